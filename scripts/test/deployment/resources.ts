/** What the tests read of Kubernetes' resources. (kubernetes.io/docs/reference/kubernetes-api) */
export type Labels = Readonly<Record<string, string>>;
export type Selector = { readonly matchLabels?: Labels };
export type Variable = {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly secretKeyRef?: { readonly name: string; readonly key: string };
    readonly fieldRef?: { readonly fieldPath: string };
  };
};
type Probe = { readonly httpGet: { readonly path: string; readonly port: string; readonly scheme?: string } };

export type Container = {
  readonly name: string;
  readonly image: string;
  readonly args: readonly string[];
  readonly env?: readonly Variable[];
  readonly envFrom?: readonly { readonly configMapRef: { readonly name: string } }[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly lifecycle: { readonly preStop: { readonly exec: { readonly command: readonly string[] } } };
  readonly resources: { readonly requests: Labels; readonly limits: Labels };
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
} & Readonly<Record<'startupProbe' | 'livenessProbe' | 'readinessProbe', Probe>>;

type Peer = { readonly podSelector?: Selector; readonly namespaceSelector?: Selector };

/** A resource of any kind: each has a part of this. */
export type Resource = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Labels };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec: {
    readonly replicas?: number;
    readonly selector: Selector & Labels;
    readonly template: {
      readonly metadata: { readonly labels: Labels };
      readonly spec: {
        readonly containers: readonly [Container];
        readonly terminationGracePeriodSeconds: number;
        readonly enableServiceLinks?: boolean;
        readonly topologySpreadConstraints?: readonly { readonly labelSelector: Selector }[];
        readonly volumes: readonly { readonly name: string }[];
      };
    };
    readonly ports: readonly { readonly port: number; readonly targetPort: string }[];
    readonly podSelector: Selector;
    readonly ingress?: readonly {
      readonly from?: readonly Peer[];
      readonly ports: readonly { readonly port: string }[];
    }[];
    readonly scaleTargetRef: { readonly kind: string; readonly name: string };
    readonly minReplicas: number;
    readonly maxReplicas: number;
    readonly maxUnavailable?: number;
    readonly clusterIP?: string;
  };
};

export const matches = ({ matchLabels = {} }: Selector, labels: Labels): boolean =>
  Object.entries(matchLabels).every(([name, value]) => labels[name] === value);
