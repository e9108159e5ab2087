// Read by test/story/agora.ts.
process.env.AGORA_TEST_SHAPE = 'services';
