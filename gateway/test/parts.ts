/**
 * The parts of a multipart answer as Apollo Client reads them: each counts when the delimiter behind it has come. Returns what
 * is left behind the last.
 */
export async function* partsOf(response: Response): AsyncGenerator<unknown, string> {
  const boundary = /boundary="(.+?)"/.exec(response.headers.get('content-type') ?? '')?.[1];
  const delimiter = `\r\n--${boundary}`;
  const decoder = new TextDecoder();
  let buffer = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    buffer += decoder.decode(chunk, { stream: true });
    for (let end = buffer.indexOf(delimiter); end >= 0; end = buffer.indexOf(delimiter)) {
      const part = buffer.slice(0, end);
      buffer = buffer.slice(end + delimiter.length);
      const at = part.indexOf('\r\n\r\n');
      if (at >= 0) yield JSON.parse(part.slice(at));
    }
  }
  return buffer;
}
