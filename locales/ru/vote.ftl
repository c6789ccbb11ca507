# vote
