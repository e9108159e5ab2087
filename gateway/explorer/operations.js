// What the explorer's tabs hold at first. Ids are found by the operations before.
window.agoraOperations = [
  {
    query: `# Browse: the newest products, with the prices of their variants.
# Prices come in the currency of the header {"agora-currency": "EUR"}; without it in the shop's first.
query Browse {
  products(first: 5, sort: NEWEST) {
    totalCount
    nodes {
      id
      slug
      name
      priceRange { min { amount currencyCode } max { amount currencyCode } }
      variants { id sku name available price { amount currencyCode } }
    }
  }
}
`,
  },
  {
    query: `# Search: forgiving, with facets.
query Search($query: String!) {
  searchProducts(query: $query, first: 5) {
    totalCount
    correctedQuery
    facets { field values { value label count } }
    nodes {
      highlights { field fragment }
      product { id slug name priceRange { min { amount currencyCode } } }
    }
  }
}
`,
    variables: JSON.stringify({ query: 'coffee' }, null, 2),
  },
  {
    query: `# Sign in as the demo buyer. The explorer sends the access token with what you run afterwards, in every tab,
# until this page is loaded again. An "authorization" in the headers editor goes first.
mutation SignIn {
  signIn(input: { email: "buyer@agora.test", password: "agora-demo-1" }) {
    session { accessToken expiresAt user { id displayName roles } }
    userErrors { code message }
  }
}
`,
  },
  {
    query: `# A cart: take the id of a variant from the first tab. Guests may have carts, too.
mutation Cart($variantId: ID!) {
  createCart(input: { currencyCode: "USD", lines: [{ variantId: $variantId, quantity: 1 }] }) {
    cart {
      id
      lines { id quantity variant { sku name product { name } } total { amount currencyCode } }
      total { amount currencyCode }
    }
    warnings { code message }
    userErrors { code field message }
  }
}
`,
    variables: JSON.stringify({ variantId: 'var_…' }, null, 2),
  },
  {
    query: `# Your orders: sign in first.
query MyOrders {
  me {
    displayName
    orders(first: 10) { nodes { id number status placedAt total { amount currencyCode } payment { id status } } }
  }
}
`,
  },
  {
    query: `# An order, live: run it, then pay the order or cancel it in another window.
subscription OrderLive($orderId: ID!) {
  orderUpdated(orderId: $orderId) {
    cursor
    kind
    occurredAt
    order {
      number
      status
      payment { status }
      shipments { status trackingNumber events { status description occurredAt } }
    }
  }
}
`,
    variables: JSON.stringify({ orderId: 'ord_…' }, null, 2),
  },
];
