import { startServer } from '../servers';

type Value = { stringValue?: string; intValue?: number };
export type OtlpSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: Value }[];
  links: { spanId: string }[];
  status: { code: number };
};
type Batch = { resourceSpans: { resource: { attributes: object[] }; scopeSpans: { spans: OtlpSpan[] }[] }[] };

/** Takes spans as a collector does, as OTLP writes them in JSON. */
export async function startCollector(status = 200) {
  const bodies: string[] = [];
  const paths: string[] = [];
  const server = await startServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    bodies.push(Buffer.concat(chunks).toString());
    paths.push(request.url ?? '');
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  const spans = () =>
    bodies.flatMap((body) =>
      (JSON.parse(body) as Batch).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((each) => each.spans)),
    );
  return { ...server, url: `http://127.0.0.1:${server.port}`, bodies, paths, spans };
}
export type Collector = Awaited<ReturnType<typeof startCollector>>;

export const valuesOf = ({ attributes }: OtlpSpan) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]));
