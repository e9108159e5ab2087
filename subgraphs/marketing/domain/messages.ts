import { type Money, toDecimal } from '../../../platform/kernel/money';

type Order = { readonly number: string };
type OrderTotal = Order & { readonly total: Money };

/** What the sentences of each kind of notification need. */
type Facts = {
  WELCOME: { readonly displayName: string };
  ORDER_PLACED: OrderTotal;
  ORDER_PAID: OrderTotal;
  ORDER_SHIPPED: Order & { readonly trackingNumber: string };
  ORDER_DELIVERED: Order;
  ORDER_CANCELLED: Order;
  ORDER_REFUNDED: Order;
  REFUND_SUCCEEDED: { readonly amount: Money };
};
export type NotificationKind = keyof Facts;
export type Message = { [Kind in NotificationKind]: { readonly kind: Kind } & Facts[Kind] }[NotificationKind];
export type Text = { readonly title: string; readonly body: string };

type Template<Kind extends NotificationKind> = (facts: Facts[Kind], say: (amount: Money) => string) => Text;
type Templates = { readonly [Kind in NotificationKind]: Template<Kind> };

const english: Templates = {
  WELCOME: ({ displayName }) => ({
    title: `Welcome, ${displayName}!`,
    body: 'Your account is ready. What happens to your orders is told here.',
  }),
  ORDER_PLACED: ({ number, total }, say) => ({
    title: `Order ${number} placed`,
    body: `Thank you for your order of ${say(total)}. It goes on its way once it is paid.`,
  }),
  ORDER_PAID: ({ number, total }, say) => ({
    title: `Order ${number} paid`,
    body: `We have received your payment of ${say(total)} and are packing your order.`,
  }),
  ORDER_SHIPPED: ({ number, trackingNumber }) => ({
    title: `Order ${number} shipped`,
    body: `Your parcel is on its way. Its tracking number is ${trackingNumber}.`,
  }),
  ORDER_DELIVERED: ({ number }) => ({
    title: `Order ${number} delivered`,
    body: 'Your order has arrived. We hope you like it.',
  }),
  ORDER_CANCELLED: ({ number }) => ({
    title: `Order ${number} cancelled`,
    body: 'Your order was cancelled. There is nothing left to pay for it.',
  }),
  ORDER_REFUNDED: ({ number }) => ({
    title: `Order ${number} refunded`,
    body: 'All that you paid for this order was paid back.',
  }),
  REFUND_SUCCEEDED: ({ amount }, say) => ({
    title: `${say(amount)} paid back`,
    body: `We have paid ${say(amount)} back to you, the way you paid.`,
  }),
};

const german: Templates = {
  WELCOME: ({ displayName }) => ({
    title: `Willkommen, ${displayName}!`,
    body: 'Ihr Konto ist eingerichtet. Was mit Ihren Bestellungen geschieht, lesen Sie hier.',
  }),
  ORDER_PLACED: ({ number, total }, say) => ({
    title: `Bestellung ${number} aufgegeben`,
    body: `Vielen Dank für Ihre Bestellung über ${say(total)}. Sobald sie bezahlt ist, machen wir sie fertig.`,
  }),
  ORDER_PAID: ({ number, total }, say) => ({
    title: `Bestellung ${number} bezahlt`,
    body: `Ihre Zahlung über ${say(total)} ist eingegangen. Wir packen Ihre Bestellung.`,
  }),
  ORDER_SHIPPED: ({ number, trackingNumber }) => ({
    title: `Bestellung ${number} versandt`,
    body: `Ihr Paket ist unterwegs. Die Sendungsnummer lautet ${trackingNumber}.`,
  }),
  ORDER_DELIVERED: ({ number }) => ({
    title: `Bestellung ${number} zugestellt`,
    body: 'Ihre Bestellung ist angekommen. Wir hoffen, sie gefällt Ihnen.',
  }),
  ORDER_CANCELLED: ({ number }) => ({
    title: `Bestellung ${number} storniert`,
    body: 'Ihre Bestellung wurde storniert. Dafür ist nichts mehr zu zahlen.',
  }),
  ORDER_REFUNDED: ({ number }) => ({
    title: `Bestellung ${number} erstattet`,
    body: 'Alles, was Sie für diese Bestellung bezahlt haben, wurde erstattet.',
  }),
  REFUND_SUCCEEDED: ({ amount }, say) => ({
    title: `${say(amount)} erstattet`,
    body: `Wir haben Ihnen ${say(amount)} auf Ihrem Zahlungsweg erstattet.`,
  }),
};

const byLanguage: Readonly<Record<string, Templates>> = { en: english, de: german };

// A shop has a few locales and currencies, and making a format takes longer than all else about a message.
const formats = new Map<string, Intl.NumberFormat>();
function formatOf(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
  formats.set(key, format);
  return format;
}

const sayIn = (locale: string) => (amount: Money) =>
  // A string of digits is formatted exactly; as a number it would first become a float.
  formatOf(locale, amount.currency).format(toDecimal(amount) as `${number}`);

/** A message in a locale such as `de-DE`; in English where there is no translation. */
export function write(message: Message, locale: string): Text {
  const [language = ''] = locale.split('-');
  const template = (byLanguage[language] ?? english)[message.kind] as Template<typeof message.kind>;
  return template(message, sayIn(locale));
}
