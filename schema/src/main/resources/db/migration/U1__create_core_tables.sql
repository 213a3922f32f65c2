-- Back to an empty schema. Tables that refer to others go first, so that no CASCADE is needed: one would also take along
-- whatever somebody else has hung on these tables.

DROP TABLE feedback;
DROP TABLE jobs;
DROP TABLE lexicon_terms;
DROP TABLE api_keys;
