import { inputText, invalid, optionalText } from '../../../../platform/kernel/input';
import type { MutationResolvers, RecordTrackingEventInput } from '../../__generated__/resolvers';
import { recordScan, type Scan } from '../../acts/recordScan';
import { isScanTime } from '../../domain/input';
import { parseTrackingNumber } from '../../domain/trackingNumber';
import { refuse } from '../../errors';

function parse(input: RecordTrackingEventInput, now: Date): Scan & { number: string } {
  const number = parseTrackingNumber(input.trackingNumber);
  if (number === null) throw invalid('This is not a tracking number of this shop.', 'trackingNumber');
  const occurredAt = input.occurredAt ?? now;
  if (!isScanTime(occurredAt, now)) throw invalid('A scan tells of what has happened already.', 'occurredAt');
  const description = inputText(input.description, 500, 'description');
  const location = optionalText(input.location, 200, 'location');
  return { number, status: input.status, description, location, occurredAt };
}

export const recordTrackingEvent: MutationResolvers['recordTrackingEvent'] = async (_, { input }, context) => {
  const { number, ...scan } = parse(input, context.now());
  await context.transaction(async (tx) => {
    const shipment = await tx.repositories.shipments.byTrackingNumber(number);
    if (!shipment) throw refuse('NOT_FOUND', 'There is no shipment with this number.', ['trackingNumber']);
    await recordScan(tx, shipment, scan);
  });
  return { shipment: await context.repositories.shipments.byTrackingNumber(number), userErrors: [] };
};
