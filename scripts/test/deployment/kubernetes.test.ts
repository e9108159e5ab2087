import path from 'node:path';
import { LOOK } from '../../../gateway/transports/copies/discovered';
import { build } from './kustomize';
import { addressesFor, DOCKER, imageEnvironment, isSecret, programOf, ROOMS, SECRETS, unknownIn } from './process';
import { matches, type Labels, type Resource, type Variable } from './resources';

/** Seconds, of `subgraphs/serve.ts`. */
const LAST_MOMENT = 28;
/** Milliseconds for which CoreDNS has the name of a service kept, unless told otherwise. */
const NAMES_KEPT = 5_000;
const PARTS = [...ROOMS, 'gateway'];

const nameOf = ({ metadata }: Resource) => metadata.name;
/** What names a file of the pod can be read there alone. */
const withoutFiles = (environment: Record<string, string>) =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('TLS_')));
const keyOf = (name: string) => name.toLowerCase().replaceAll('_', '-');

describe.each(['small', 'production', 'tls'])('docker/kubernetes/%s', (overlay) => {
  const resources = build(path.join(DOCKER, 'kubernetes', overlay));
  const of = (kind: string) => resources.filter((each) => each.kind === kind);
  const deployments = of('Deployment');
  const settingsNamed = (name: string) => of('ConfigMap').find((each) => nameOf(each) === name)?.data ?? {};
  const settings = settingsNamed('agora');
  const podOf = ({ spec }: Resource) => spec.template.spec;
  const containerOf = (deployment: Resource) => podOf(deployment).containers[0];
  const labelsOf = ({ spec }: Resource) => spec.template.metadata.labels;
  const variablesOf = (deployment: Resource): readonly Variable[] => containerOf(deployment).env ?? [];

  const valueOf = ({ name, value, valueFrom }: Variable) =>
    value ?? (valueFrom?.fieldRef ? `${name}-7d9f8c6b5d-x2v4q` : SECRETS[name]);
  const environmentOf = (deployment: Resource): Record<string, string> => ({
    ...imageEnvironment(),
    ...Object.assign(
      {},
      ...(containerOf(deployment).envFrom ?? []).map((each) => settingsNamed(each.configMapRef.name)),
    ),
    ...Object.fromEntries(variablesOf(deployment).map((each) => [each.name, valueOf(each) ?? ''])),
  });

  it('runs the seven rooms and the gateway, each by the entry point that is its own', () => {
    expect(deployments.map(nameOf)).toEqual(PARTS);
    const programs = deployments.map((each) => programOf(containerOf(each).args));
    expect(programs.map(({ program, args }) => [program, ...args])).toEqual([
      ...ROOMS.map((room) => ['subgraphs/serve.ts', room]),
      ['gateway/main.ts'],
    ]);
    // In its place, the first process of the container would be node, which hears no signal until it has loaded everything.
    expect(deployments.filter((each) => 'command' in containerOf(each))).toEqual([]);
  });

  it('names only variables that are settings', () => {
    const names = deployments.flatMap((each) => variablesOf(each).map(({ name }) => name));
    expect(unknownIn([...names, ...Object.keys(settings)])).toEqual([]);
  });

  it('holds no secret: each comes from one outside', () => {
    expect(of('Secret')).toEqual([]);
    expect(Object.keys(settings).filter(isSecret)).toEqual([]);
    const secrets = deployments.flatMap(variablesOf).filter(({ name }) => isSecret(name));
    expect(secrets.map(({ name, value, valueFrom }) => [name, value, valueFrom?.secretKeyRef])).toEqual(
      secrets.map(({ name }) => [name, undefined, { name: 'agora', key: keyOf(name) }]),
    );
    expect(new Set(secrets.map(({ name }) => name)).size).toBe(4);
  });

  it('has no policy and no rule of spreading that is for nobody', () => {
    const spread = deployments.flatMap((each) => podOf(each).topologySpreadConstraints ?? []);
    const selectors = [
      ...of('NetworkPolicy').map(({ spec }) => spec.podSelector),
      ...spread.map(({ labelSelector }) => labelSelector),
    ];
    expect(selectors.filter((each) => !deployments.some((one) => matches(each, labelsOf(one))))).toEqual([]);
  });

  describe.each(PARTS)('%s', (part) => {
    const deployment = deployments.find((each) => nameOf(each) === part) as Resource;
    const container = containerOf(deployment);
    const portNamed = (name: string) => container.ports.find((each) => each.name === name)?.containerPort;

    it('is given what it needs to start, and finds every room behind a service', () => {
      const environment = environmentOf(deployment);
      const addresses = addressesFor(programOf(container.args), withoutFiles(environment));
      expect(environment.REDIS_URL).toBe(SECRETS.REDIS_URL);
      for (const room of ROOMS) {
        const [address = ''] = addresses[room] ?? [];
        const { hostname, port } = new URL(address);
        const service = of('Service').find((each) => nameOf(each) === hostname);
        expect(service?.spec.ports).toEqual([expect.objectContaining({ port: Number(port), targetPort: 'http' })]);
      }
    });

    it('listens where it is asked', () => {
      const { PORT, HOST, METRICS_PORT } = environmentOf(deployment);
      expect([portNamed('http'), HOST]).toEqual([Number(PORT), '0.0.0.0']);
      expect(portNamed('metrics')).toBe(METRICS_PORT && Number(METRICS_PORT));
      const probes = [container.startupProbe, container.livenessProbe, container.readinessProbe];
      expect(probes.map(({ httpGet }) => [httpGet.path, httpGet.port])).toEqual([
        ['/health/live', 'http'],
        ['/health/live', 'http'],
        ['/health/ready', 'http'],
      ]);
    });

    it('is what its own service, disruption budget and selector mean, and no other is', () => {
      const meant = (selector: Labels) =>
        deployments.filter((each) => matches({ matchLabels: selector }, labelsOf(each))).map(nameOf);
      const called = (kind: string) => of(kind).find((each) => nameOf(each) === part)?.spec;
      expect(meant(deployment.spec.selector.matchLabels ?? {})).toEqual([part]);
      expect(meant(called('Service')?.selector ?? {})).toEqual([part]);
      expect(meant(called('PodDisruptionBudget')?.selector.matchLabels ?? {})).toEqual([part]);
      expect(called('PodDisruptionBudget')?.maxUnavailable).toBe(1);
    });

    it('has the time to let what is under way finish, within 30 seconds', () => {
      const [, seconds] = container.lifecycle.preStop.exec.command;
      const { terminationGracePeriodSeconds: grace } = podOf(deployment);
      // A gateway drains for ten seconds at most, a room has its last moment.
      expect(Number(seconds) + (part === 'gateway' ? 20 : LAST_MOMENT)).toBeLessThanOrEqual(grace);
      expect(grace - Number(seconds)).toBeLessThanOrEqual(30);
    });

    it('has a name that stands for each copy where there are several, and stays for as long as names are remembered', () => {
      const isEach = of('Service').find((each) => nameOf(each) === part)?.spec.clusterIP === 'None';
      expect(isEach).toBe(part !== 'gateway' && overlay !== 'small');
      const [, seconds] = container.lifecycle.preStop.exec.command;
      if (isEach) expect(Number(seconds) * 1_000).toBeGreaterThan(LOOK + NAMES_KEPT);
    });

    it('runs sagas under the name of its pod alone, if it is a room', () => {
      const executor = variablesOf(deployment).find(({ name }) => name === 'EXECUTOR_ID');
      expect(executor?.valueFrom?.fieldRef?.fieldPath).toBe(part === 'gateway' ? undefined : 'metadata.name');
    });

    it('asks for memory and processor, mounts what it has, and takes no variables of services', () => {
      const { requests, limits } = container.resources;
      expect([Object.keys(requests), Object.keys(limits)]).toEqual([['cpu', 'memory'], ['memory']]);
      const volumes = podOf(deployment).volumes.map(({ name }) => name);
      expect(container.volumeMounts.map(({ name }) => name)).toEqual(volumes);
      expect(podOf(deployment).enableServiceLinks).toBe(false);
    });

    it('is reached by whom it should be, and by nobody else', () => {
      const policies = of('NetworkPolicy').filter(({ spec }) => matches(spec.podSelector, labelsOf(deployment)));
      const rules = policies.flatMap(({ spec }) => spec.ingress ?? []).filter(({ ports }) => ports[0]?.port === 'http');
      const lets = (labels: Labels) =>
        rules.some(({ from }) => !from || from.some((each) => each.podSelector && matches(each.podSelector, labels)));
      expect(policies.map(nameOf)).toContain('nobody');
      expect(deployments.filter((each) => lets(labelsOf(each))).map(nameOf)).toEqual(PARTS);
      expect(lets({ 'app.kubernetes.io/name': 'stranger' })).toBe(part === 'gateway');
    });
  });
});

describe('copies', () => {
  const read = (overlay: string) => build(path.join(DOCKER, 'kubernetes', overlay));

  it('are two of the gateway in the small overlay', () => {
    const gateway = read('small').find((each) => each.kind === 'Deployment' && nameOf(each) === 'gateway');
    expect(gateway?.spec.replicas).toBe(2);
  });

  it('are the autoscalers’ in production: there is one for each part, and nobody else says how many', () => {
    const resources = read('production');
    const scalers = resources.filter(({ kind }) => kind === 'HorizontalPodAutoscaler').map(({ spec }) => spec);
    expect(scalers.map(({ scaleTargetRef: { kind, name } }) => `${kind} ${name}`)).toEqual(
      PARTS.map((part) => `Deployment ${part}`),
    );
    expect(scalers.every(({ minReplicas, maxReplicas }) => minReplicas === 2 && maxReplicas > 2)).toBe(true);
    expect(resources.filter(({ kind, spec }) => kind === 'Deployment' && spec.replicas !== undefined)).toEqual([]);
  });
});

describe('docker/kubernetes/tls', () => {
  const resources = build(path.join(DOCKER, 'kubernetes', 'tls'));
  const deployments = resources.filter(({ kind }) => kind === 'Deployment');
  const settings = resources.find(({ kind }) => kind === 'ConfigMap')?.data ?? {};
  const containerOf = ({ spec }: Resource) => spec.template.spec.containers[0];

  it('has every room asked by TLS', () => {
    const addresses = Object.entries(settings).filter(([name]) => name.endsWith('_URL'));
    expect(addresses.map(([, address]) => new URL(address).protocol)).toEqual(ROOMS.map(() => 'https:'));
  });

  it('gives everybody the files that the settings name, from a secret outside', () => {
    const files = [settings.TLS_CERT, settings.TLS_KEY, settings.TLS_CA];
    expect(files).toEqual(['/agora/tls/tls.crt', '/agora/tls/tls.key', '/agora/tls/ca.crt']);
    for (const deployment of deployments) {
      const { volumes } = deployment.spec.template.spec;
      expect(containerOf(deployment).volumeMounts).toContainEqual({
        name: 'tls',
        mountPath: '/agora/tls',
        readOnly: true,
      });
      expect(volumes.find(({ name }) => name === 'tls')).toMatchObject({ secret: { secretName: 'agora-tls' } });
    }
  });

  it('has rooms asked for health by TLS, and gateways without', () => {
    for (const deployment of deployments) {
      const { startupProbe, livenessProbe, readinessProbe } = containerOf(deployment);
      const schemes = [startupProbe, livenessProbe, readinessProbe].map(({ httpGet }) => httpGet.scheme);
      expect(new Set(schemes)).toEqual(new Set([nameOf(deployment) === 'gateway' ? undefined : 'HTTPS']));
    }
  });
});
