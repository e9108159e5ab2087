import { dictionaryRepository } from './data/dictionary.repository';
import { indexRepository } from './data/index.repository';
import { recommendationsRepository } from './data/recommendations.repository';
import { salesRepository } from './data/sales.repository';
import { searchRepository } from './data/search.repository';

export const repositories = {
  index: indexRepository,
  search: searchRepository,
  dictionary: dictionaryRepository,
  sales: salesRepository,
  recommendations: recommendationsRepository,
};
