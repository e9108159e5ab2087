type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Fields = { readonly [name: string]: Json };

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What tells the items of a list apart; the items of any other list are replaced together. */
const KEYS: Readonly<Record<string, string>> = {
  containers: 'name',
  env: 'name',
  volumes: 'name',
  ports: 'containerPort',
  volumeMounts: 'mountPath',
};

function mergeLists(list: readonly Json[], patch: readonly Json[], key: string): Json[] {
  const keyOf = (item: Json) => (isFields(item) ? item[key] : undefined);
  const added = patch.filter((item) => !list.some((each) => keyOf(each) === keyOf(item)));
  return [
    ...list.map((each) => {
      const patched = patch.find((item) => keyOf(item) === keyOf(each));
      return patched === undefined ? each : merge(each, patched);
    }),
    ...added,
  ];
}

/** A strategic merge. (kubernetes/community, "Strategic Merge Patch") */
export function merge(value: Json | undefined, patch: Json, name = ''): Json {
  const key = KEYS[name];
  if (Array.isArray(value) && Array.isArray(patch) && key) return mergeLists(value as Json[], patch as Json[], key);
  if (!isFields(value) || !isFields(patch)) return patch;
  const changed = Object.entries(patch).map(([each, inner]) => [each, merge(value[each], inner, each)]);
  return { ...value, ...Object.fromEntries(changed) } as Fields;
}
