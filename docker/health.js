'use strict';

const http = require('node:http');
const https = require('node:https');

// Whose certificate it is, those look at who ask from outside.
const request = { host: '127.0.0.1', port: process.env.PORT, path: '/health/ready', rejectUnauthorized: false };

const isReady = ({ get }) =>
  new Promise((answer) => {
    get(request, ({ statusCode }) => answer(statusCode === 200)).on('error', () => answer(false));
  });

// A room with TLS_CERT answers by TLS alone; a gateway with it does not.
void isReady(http)
  .then((ready) => ready || isReady(https))
  .then((ready) => process.exit(ready ? 0 : 1));
