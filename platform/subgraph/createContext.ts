import { claimKey, hashInput, renewKey } from '../data/idempotency';
import type { Envelope } from '../identity/envelope';
import { TakenBack } from '../kernel/errors';
import { callRoom } from './calls';
import type { RoomContext } from './context';
import { MADE_OF } from './lazyFields';
import { forget, newLoaders } from './loaders';
import { actorOf, scopeOf, type Ground } from './scope';
import { atOnce, idempotent, inTransaction, transactionScope } from './transactions';

/** The context of one request, job or saga step. */
export function createContext(ground: Ground, envelope: Envelope): RoomContext {
  const { definition, rooms, topics } = ground;
  const caller = actorOf(envelope.identity);
  const self: Envelope = { ...envelope, identity: { kind: 'service', name: definition.name } };
  const loaders = newLoaders(definition.loaders);
  const database = ground.database.forTenant(envelope.tenant);
  const idOf = (request: object, takenBack: number) =>
    hashInput([envelope.tenant, caller, request, ...(takenBack > 0 ? [takenBack] : [])]).slice(0, 40);
  // Methods, since each request has its own: to write down the name of a function costs more than to make it.
  const context: RoomContext = {
    ...scopeOf(ground, envelope, database),
    loaders,
    forget() {
      forget(loaders);
    },
    transaction(work) {
      return inTransaction(ground, envelope, (db, aftermath) =>
        work(transactionScope(ground, envelope, db, aftermath)),
      );
    },
    atOnce(work) {
      return atOnce(ground, envelope, work);
    },
    idempotent(request, work) {
      return idempotent(ground, envelope, { ...request, caller }, work);
    },
    call(room, document, variables) {
      return callRoom(rooms, room, document, variables, self);
    },
    run(saga, id, input) {
      return ground.runSaga(saga, id, envelope, input);
    },
    start(saga, id, input) {
      return ground.beginSaga(saga, id, envelope, input);
    },
    async claim(request) {
      await claimKey(database, definition.tables, { ...request, caller });
      return idOf(request, 0);
    },
    async runOnce(saga, request, input) {
      const takenBack = await claimKey(database, definition.tables, { ...request, caller });
      return ground.runSaga(saga, idOf(request, takenBack), envelope, input).catch(async (error: unknown) => {
        if (error instanceof TakenBack) await renewKey(database, definition.tables, { ...request, caller }, takenBack);
        throw error;
      });
    },
    awaken(topic) {
      return topics.awaken(`${envelope.tenant}/${topic}`);
    },
  };
  loaders[MADE_OF] = context;
  return context;
}
