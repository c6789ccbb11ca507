# proposals
