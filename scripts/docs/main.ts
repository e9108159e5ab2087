import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EVENTS } from '../../platform/contracts';
import { referencePages } from './reference';
import { machinesOf, payloadsOfContracts, ROOT, schemasOf } from './sources';
import { readme } from './readme';
import { allRooms } from './rooms';

const REFERENCE = path.join(ROOT, 'docs', 'reference');
const README = path.join(ROOT, 'README.md');
