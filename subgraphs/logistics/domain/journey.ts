import { DAY } from '../../../platform/kernel/clock';
import type { ShipmentStatus } from './shipment.machine';

/** A stage that the played carrier scans. */
export type Stage = 'IN_TRANSIT' | 'OUT_FOR_DELIVERY' | 'DELIVERED';
export const STAGES: readonly Stage[] = ['IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED'];

/** What lies ahead of a parcel that its carrier has; empty when its way has ended or not begun. */
export function stagesAfter(status: ShipmentStatus): readonly Stage[] {
  if (status === 'PENDING' || status === 'RETURNED') return [];
  return STAGES.slice(STAGES.findIndex((stage) => stage === status) + 1);
}

/** What a carrier's scan says at a stage. */
export const stageReport = (stage: Stage, city: string): { description: string; location: string | null } =>
  ({
    IN_TRANSIT: { description: 'On its way to the delivery depot.', location: null },
    OUT_FOR_DELIVERY: { description: 'Loaded on the delivery vehicle.', location: city },
    DELIVERED: { description: 'Delivered.', location: city },
  })[stage];

export const deliveryEstimate = (from: Date, maxDays: number): Date => new Date(from.getTime() + maxDays * DAY);
