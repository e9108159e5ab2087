import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What a process shows to others over TLS, and whom it believes: texts in PEM. */
export type Tls = { readonly cert: string; readonly key: string; readonly ca: string };

// Each throws the end of the sentence "NAME … ".

function readPem(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Error(`names a file that does not exist: ${file}`, { cause: error });
    throw new Error(`must be the file of ${what}, in PEM: ${message}`, { cause: error });
  }
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

function certificatesIn(text: string, file: string): X509Certificate[] {
  try {
    const found = (text.match(CERTIFICATE) ?? []).map((each) => new X509Certificate(each));
    if (found.length > 0) return found;
  } catch (error) {
    throw new Error(`holds a certificate that cannot be read: ${file}: ${(error as Error).message}`, { cause: error });
  }
  throw new Error(`must be a file of certificates, in PEM: ${file} holds none`);
}

/** Certificates that are good now: one, and those that lead to who is believed, or several who are. */
export function readCertificates(file: string, now: Date = new Date()): string {
  const text = readPem(file, 'a certificate');
  for (const { validFrom, validTo } of certificatesIn(text, file)) {
    if (new Date(validTo) < now)
      throw new Error(
        `holds a certificate that has expired on ${validTo}: put a new one into ${file}, and start again`,
      );
    if (new Date(validFrom) > now) throw new Error(`holds a certificate that is good only from ${validFrom}: ${file}`);
  }
  return text;
}

/** The private key of a certificate. */
export function readKey(file: string, certificateFile: string): string {
  const text = readPem(file, 'a private key');
  let belongs: boolean;
  try {
    const [own] = certificatesIn(readFileSync(certificateFile, 'utf8'), certificateFile);
    belongs = own?.checkPrivateKey(createPrivateKey(text)) === true;
  } catch (error) {
    throw new Error(`must be a private key in PEM, without a password: ${file}`, { cause: error });
  }
  if (!belongs) throw new Error(`is not the key of the certificate in ${certificateFile}`);
  return text;
}
