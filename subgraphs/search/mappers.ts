import type { Hit, SearchResult } from './acts/search';

export type Mappers = { SearchHit: Hit; SearchHitConnection: SearchResult; Product: { id: string } };
