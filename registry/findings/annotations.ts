import type { Finding } from './finding';
import { hitOf, some } from './words';

const MAX_HITS = 10;

/** @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
const inData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const inProperty = (text: string): string => inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function annotation({ severity, code, coordinate, message, place, hits, remedy }: Finding): string {
  const properties = {
    file: place?.file,
    line: place?.line,
    col: place?.column,
    title: [code, coordinate].filter(Boolean).join(' '),
  };
  const given = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${inProperty(String(value))}`);
  const lines = [message, hits.length > 0 && `Hits ${some(hits.map(hitOf), MAX_HITS)}.`, remedy].filter(Boolean);
  return `::${severity} ${given.join(',')}::${inData(lines.join('\n'))}`;
}

/** Workflow commands by which GitHub shows findings beside the lines that they are about. */
export const asAnnotations = (findings: readonly Finding[]): string =>
  findings
    .filter(({ severity, kind }) => severity !== 'notice' || kind !== 'CHANGE')
    .map((each) => `${annotation(each)}\n`)
    .join('');
