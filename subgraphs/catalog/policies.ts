import { anyone, hasPermission, service, signedIn, type Policies } from '../../platform/identity/policies';

export const policies: Policies = {
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
    createProduct: hasPermission('catalog:write'),
    updateProduct: hasPermission('catalog:write'),
    archiveProduct: hasPermission('catalog:write'),
    createProductVariant: hasPermission('catalog:write'),
    setVariantPrice: hasPermission('catalog:write'),
    createCategory: hasPermission('catalog:write'),
    adjustStock: hasPermission('catalog:write'),
    reviewProduct: signedIn,
    reserveStock: service,
    releaseStock: service,
  },
};
