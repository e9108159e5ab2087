import type { Job } from '../../platform/workflows/jobs';
import type { Context } from './context';

const PORTION = 1000;

export const expireCoupons: Job = {
  name: 'marketing.expire-coupons',
  description: 'Expires the coupons in users’ hands whose time has passed.',
  schedule: '0 */5 * * * *',
  async run(context: Context) {
    const expire = () => context.transaction((tx) => tx.repositories.userCoupons.expire(tx.now(), PORTION));
    while ((await expire()) === PORTION);
  },
};
