import { help, readFlags } from '../../standalone/flags';

const mistake = (...args: string[]): string => {
  try {
    readFlags(args, {});
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It was taken.');
};

describe('the arguments of the gateway alone', () => {
  it('given a file and nothing else, then the rest has defaults', () => {
    expect(readFlags(['--supergraph', 'graph.graphql'], {})).toMatchObject({
      supergraph: 'graph.graphql',
      port: 4000,
      host: '127.0.0.1',
      open: false,
      watch: false,
      jwks: undefined,
      'forward-headers': [],
      subscriptions: 'ws',
      'metrics-port': undefined,
      'otlp-endpoint': undefined,
    });
  });

  it('given the environment, then it stands for flags that are not given', () => {
    const environment = { METRICS_PORT: '0', OTEL_EXPORTER_OTLP_ENDPOINT: ' ', OTEL_SERVICE_NAME: 'edge' };
    const flags = readFlags(['--supergraph', 'g', '--service-name', 'mine'], environment);
    expect(flags).toMatchObject({ 'metrics-port': 0, 'otlp-endpoint': undefined, 'service-name': 'mine' });
  });

  it('takes everything', () => {
    const args =
      '--supergraph g --port 0 --host 0.0.0.0 --open --watch --forward-headers Authorization,,accept-language --subscriptions=sse';
    expect(readFlags(args.split(' '))).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      open: true,
      watch: true,
      'forward-headers': ['authorization', 'accept-language'],
      subscriptions: 'sse',
    });
  });

  it.each([
    ['no file', [], /--supergraph is needed: .+ or --registry/],
    ['a file and a registry', ['--supergraph', 'g', '--registry', 'http://r'], /cannot both be given/],
    ['a registry alone', ['--registry', 'http://r'], /--registry-token is needed.+\n--registry-keys is needed/],
    ['a key that is none', ['--registry', 'http://r', '--registry-keys', 'k:x'], /--registry-keys must hold keys/],
    ['a port that is none', ['--supergraph', 'g', '--port', 'x'], /--port must be a whole number from 0 to 65535/],
    ['an unknown flag', ['--supergraph', 'g', '--nothing'], /--nothing.*--help/],
    ['a flag without its value', ['--supergraph'], /--supergraph.*--help/],
    ['a word too many', ['--supergraph', 'g', 'h'], /'h'.*--help/],
    ['a port of metrics that is none', ['--supergraph', 'g', '--metrics-port', 'x'], /--metrics-port must be a whole/],
    ['an address that is none', ['--supergraph', 'g', '--jwks', 'nowhere'], /--jwks must look like https/],
    ['a way that is none', ['--supergraph', 'g', '--subscriptions', 'mail'], /--subscriptions must be one of ws, sse/],
    ['a header of the connection', ['--supergraph', 'g', '--forward-headers', 'host'], /cannot hand on host/],
    ['no header', ['--supergraph', 'g', '--forward-headers', 'a b'], /list of header names/],
  ])('given %s, then a sentence', (_what, args, sentence) => expect(mistake(...args)).toMatch(sentence));

  it('given several mistakes, then all are told', () => {
    expect(mistake('--port', 'x', '--timeout', '0').match(/^--/gm)).toHaveLength(3);
  });

  it('given a call for help, then nothing else is needed', () => {
    expect(readFlags(['--help']).help).toBe(true);
    expect(help()).toMatch(/--supergraph FILE.+\n.+--port N/);
  });
});
