# commitments
