import { Refusal } from '../../../platform/kernel/errors';
import { saga, step, type Step } from '../../../platform/workflows/saga';
import { recordScan } from '../acts/recordScan';
import type { Context } from '../context';
import { type Stage, stageReport, STAGES, stagesAfter } from '../domain/journey';

export type Play = { shipmentId: string; intervalMs: number; stages: readonly Stage[] };

/** Scans a stage, unless the shipment has passed it meanwhile: by this step, tried twice, or by a real scan. */
async function scan(context: Context, shipmentId: string, stage: Stage): Promise<void> {
  await context.transaction(async (tx) => {
    const [shipment] = await tx.repositories.shipments.byIds([shipmentId]);
    if (!shipment || !stagesAfter(shipment.status).includes(stage)) return;
    await recordScan(tx, shipment, { status: stage, ...stageReport(stage, shipment.city), occurredAt: tx.now() });
  });
}

// Somebody else scanned between the look and the scan: then there is nothing left to play.
const overtaken = (error: unknown) => {
  if (!(error instanceof Refusal)) throw error;
};

const stageStep = (stage: Stage): Step =>
  step<Play, void>(
    `scan ${stage}`,
    (context: Context, { shipmentId, stages }) =>
      stages.includes(stage) ? scan(context, shipmentId, stage).catch(overtaken) : Promise.resolve(),
    { final: true, pause: ({ stages, intervalMs }) => (stages.includes(stage) ? intervalMs : 0) },
  );

/** Plays the carrier: the scans that are left up to the delivery, one an interval. */
export const playDelivery = saga<Play>('logistics.play-delivery', STAGES.map(stageStep));
