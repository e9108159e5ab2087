import { anyone, hasPermission, type Policies, service, signedIn } from '../../platform/identity/policies';

const mayWrite = hasPermission('catalog:write');

export const policies = {
  Query: {
    products: anyone,
    product: anyone,
    productVariant: anyone,
    categories: anyone,
    category: anyone,
    variantOffers: service,
    knownProducts: service,
  },
  Mutation: {
    createProduct: mayWrite,
    updateProduct: mayWrite,
    archiveProduct: mayWrite,
    createProductVariant: mayWrite,
    setVariantPrice: mayWrite,
    createCategory: mayWrite,
    adjustStock: mayWrite,
    reviewProduct: signedIn,
    reserveStock: service,
    releaseStock: service,
  },
} satisfies Policies;
