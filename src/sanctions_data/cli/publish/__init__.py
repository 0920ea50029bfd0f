"""Commands that give the tables to other tools: exports, the feed, a server for programs."""
