// What the explorer's tabs hold at first, narrow enough for its editor. Each tells where its variables come from.
window.agoraOperations = [
  {
    query: `# Browse: the newest products.
# Prices come in the shop's first currency, or in the
# one of a header: { "agora-currency": "EUR" }
query Browse {
  products(first: 5, sort: NEWEST) {
    totalCount
    nodes {
      id
      slug
      name
      priceRange {
        min { amount currencyCode }
        max { amount currencyCode }
      }
      variants {
        id
        sku
        available
        price { amount currencyCode }
      }
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
    facets {
      field
      values { label count }
    }
    nodes {
      highlights { field fragment }
      product {
        slug
        name
        priceRange { min { amount currencyCode } }
      }
    }
  }
}
`,
    variables: JSON.stringify({ query: 'coffee' }, null, 2),
  },
  {
    query: `# Sign in as the demo buyer. What you run after that,
# in whatever tab, is sent with this access token until
# the page is loaded again. An "authorization" in the
# headers editor goes first.
mutation SignIn {
  signIn(input: {
    email: "buyer@agora.test"
    password: "agora-demo-1"
  }) {
    session {
      accessToken
      expiresAt
      user { id displayName roles }
    }
    userErrors { code message }
  }
}
`,
  },
  {
    query: `# A cart. Take the id of a variant from "Browse".
# Guests may have carts, too.
mutation Cart($variantId: ID!) {
  createCart(input: {
    currencyCode: "USD"
    lines: [{ variantId: $variantId, quantity: 1 }]
  }) {
    cart {
      id
      lines {
        quantity
        variant { sku product { name } }
        total { amount currencyCode }
      }
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
    query: `# Your orders. Sign in first.
query MyOrders {
  me {
    displayName
    orders(first: 10) {
      nodes {
        id
        number
        status
        placedAt
        total { amount currencyCode }
        payment { id status }
      }
    }
  }
}
`,
  },
  {
    query: `# An order, live. Take its id from "MyOrders", run this,
# then pay or cancel the order in another window.
subscription OrderLive($orderId: ID!) {
  orderUpdated(orderId: $orderId) {
    cursor
    kind
    occurredAt
    order {
      number
      status
      payment { status }
      shipments {
        trackingNumber
        status
        events { status description occurredAt }
      }
    }
  }
}
`,
    variables: JSON.stringify({ orderId: 'ord_…' }, null, 2),
  },
];
