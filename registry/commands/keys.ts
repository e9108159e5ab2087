import { newKeyPair } from '../../platform/delivery/keys';
import { EXIT } from '../findings/verdict';
import { WrongUse, type Command } from './command';

const ID = /^[\w.-]{1,64}$/;

const ROTATION = `To change keys: give gateways both public ones, then the service the new private one first, then take the old one away.
  SUPERGRAPH_KEYS=new,old    then    REGISTRY_SIGNING_KEYS=new    then    SUPERGRAPH_KEYS=new`;

/** Makes a pair of keys. Nothing is kept of it. */
export const keys: Command = {
  summary: 'Makes a pair of keys: one signs what the service delivers, the other is for gateways to trust.',
  usage: ['', 'ID'],
  options: {},
  async run({ positionals: [given, ...more], json }, { now, write }) {
    const id = given ?? now().toISOString().slice(0, 10);
    if (!ID.test(id) || more.length > 0)
      throw new WrongUse('A pair of keys has one id of letters, digits, dots, dashes and underscores.');
    const { signing, trusted } = newKeyPair(id);
    if (json) {
      write(`${JSON.stringify({ id, REGISTRY_SIGNING_KEYS: signing, SUPERGRAPH_KEYS: trusted })}\n`);
      return EXIT.fine;
    }
    write(`For the service alone, as a secret:\n  REGISTRY_SIGNING_KEYS=${signing}\n\n`);
    write(`For every gateway:\n  SUPERGRAPH_KEYS=${trusted}\n\n${ROTATION}\n`);
    return EXIT.fine;
  },
};
