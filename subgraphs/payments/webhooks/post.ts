import type { Context } from '../context';
import type { Post } from '../simulated/delivery';
import { simulatedWebhook } from './route';

/**
 * The way of the simulated provider to the shop's webhook. Both live in this process and act for one tenant, so the request
 * goes straight to the route's handler: signed, parsed and answered as any that comes over HTTP. Where the provider runs
 * apart, its way is an HTTP client in this place.
 */
export const postInProcess =
  (context: Context): Post =>
  (request) =>
    simulatedWebhook.handle(context, request);
