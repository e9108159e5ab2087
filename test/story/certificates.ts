import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Tls } from '../../platform/identity/tls';

/** Whether certificates can be made here. */
const isInstalled = spawnSync('openssl', ['version']).status === 0;

/** Tests that need certificates. Where openssl is missing they are left out, and say why. */
export const describeWithCertificates = (name: string, tests: () => void): void =>
  isInstalled
    ? describe(name, tests)
    : describe.skip(`${name} (left out: openssl is not installed; apt-get install -y openssl)`, tests);

function openssl(folder: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`);
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** An authority that signs certificates for 127.0.0.1. Its files lie in the folder. */
export function newAuthority(folder: string, name: string) {
  const ca = path.join(folder, `${name}.pem`);
  openssl(
    folder,
    'req',
    '-x509',
    ...NEW_KEY,
    '-keyout',
    `${name}.key`,
    '-out',
    ca,
    '-days',
    '1',
    '-subj',
    `/CN=${name}`,
  );
  return {
    ca,
    /** @param days for which it is good; below nothing it has been good once */
    certificate(subject: string, days = 1) {
      const [cert, key] = [`${subject}.pem`, `${subject}.key`].map((file) => path.join(folder, file)) as [
        string,
        string,
      ];
      openssl(folder, 'req', ...NEW_KEY, '-keyout', key, '-out', `${subject}.csr`, '-subj', `/CN=${subject}`);
      writeFileSync(path.join(folder, 'names'), 'subjectAltName=IP:127.0.0.1');
      const signing = ['-CA', ca, '-CAkey', `${name}.key`, '-CAcreateserial', '-extfile', 'names'];
      openssl(folder, 'x509', '-req', '-in', `${subject}.csr`, '-out', cert, '-days', String(days), ...signing);
      return { TLS_CERT: cert, TLS_KEY: key, TLS_CA: ca };
    },
  };
}
export type TlsFiles = ReturnType<ReturnType<typeof newAuthority>['certificate']>;

export const tlsIn = ({ TLS_CERT, TLS_KEY, TLS_CA }: TlsFiles): Tls => {
  const [cert, key, ca] = [TLS_CERT, TLS_KEY, TLS_CA].map((file) => readFileSync(file, 'utf8'));
  return { cert, key, ca } as Tls;
};
