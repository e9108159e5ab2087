const EMAIL = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]{2,}$/u;
const MAX_EMAIL = 254;
export const LONGEST_NAME = 100;

/** An address as it is kept and compared: trimmed, in lower case. Null when it is not one (RFC 5321 lengths). */
export function normaliseEmail(text: string): string | null {
  const email = text.trim().normalize('NFC').toLowerCase();
  return email.length <= MAX_EMAIL && EMAIL.test(email) ? email : null;
}

/** What is wrong with a new password, as a sentence; null when it will do (NIST SP 800-63B: length, not recipes). */
export function passwordProblem(password: string): string | null {
  if (password.length < 8) return 'A password has at least 8 characters.';
  if (password.length > 200) return 'A password has at most 200 characters.';
  return null;
}
