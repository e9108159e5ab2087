import { Lexer, Source, TokenKind } from 'graphql';
import type { Limits } from './limits';
import { tooLarge } from './tooLarge';

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Walks over a document's tokens once, before the parser does: what is too large for the parser, which calls itself for
 * every bracket, must not reach it.
 * @throws AgoraError LIMIT_EXCEEDED, or what is wrong with a token
 */
export function scan(text: string, limits: Limits): void {
  if (text.length > limits.characters) throw tooLarge('characters', limits);
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let directives = 0;
  let open = 0;
  for (let kind = lexer.advance().kind; kind !== TokenKind.EOF; kind = lexer.advance().kind) {
    if (++tokens > limits.tokens) throw tooLarge('tokens', limits);
    if (kind === TokenKind.AT && ++directives > limits.directives) throw tooLarge('directives', limits);
    if (OPENING.has(kind) && ++open > limits.nesting) throw tooLarge('nesting', limits);
    if (CLOSING.has(kind)) open--;
  }
}
