import type { Hit, SearchResult } from './search';

export type Mappers = { SearchHit: Hit; SearchHitConnection: SearchResult; Product: { id: string } };
