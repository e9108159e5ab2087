import { color, length, pack, storage, type Vocabulary } from './vocabulary';

const fitted = {
  nouns: ['Case for {leaf}', 'Leather Folio for {leaf}', 'Screen Protector for {leaf}', 'Battery Case for {leaf}'],
  price: [9, 79] as const,
  grams: [30, 180] as const,
  specs: ['Slim', 'Rugged', 'Clear', 'Matte'],
  choices: [color()],
  features: [
    'Tested with 26 drops from six feet.',
    'Cutouts are where the buttons are, to a tenth of a millimeter.',
    'Will not turn yellow: there is a guarantee on that.',
  ],
};

export const phones: Vocabulary = {
  department: 'Cell Phones',
  brands: ['Kallio', 'Tessel', 'Orlo', 'Brightline', 'Fenwick'],
  series: ['Shell', 'Volt', 'Signal', 'Wisp', 'Contour', 'Link', 'Moto Grip'],
  features: [
    'Returns are free for 30 days.',
    'The packaging is paper, all of it.',
    'Designed with people who repair phones for a living.',
  ],
  about: {
    Charger: ['Charges a phone to 50 % in half an hour.'],
    Cable: ['Reinforced where others break.'],
    'Power Bank': ['Charges two phones and a tablet, and itself in two hours.'],
    Case: ['Raised edges keep glass off the table.', 'Wireless charging works right through it.'],
    Protector: ['Glass of 9H hardness; goes on without bubbles.'],
    Folio: ['Room for three cards and a note.'],
    Headset: ['Two microphones leave the wind outside.'],
    Speaker: ['Eight hours of music from the size of a plum.'],
    Tag: ['Rings when it is lost, and tells where it was seen last.'],
    Hotspot: ['Brings ten devices online, for a whole day.'],
    Booster: ['Turns one bar into four.'],
  },
  sections: {
    'No-Contract Phones': {
      price: [39, 699],
      grams: [95, 220],
      specs: ['5G', 'Dual-SIM', '6.1"', '6.7"'],
      choices: [storage('64 GB', '128 GB', '256 GB'), color('Black', 'White', 'Blue')],
      features: [
        'Unlocked: any carrier, any plan, no contract.',
        'A triple camera with a night mode that needs no tripod.',
        'Two days on one charge, and half of it back in 25 minutes.',
        'Security updates for five years.',
      ],
      leaves: {
        'Basic Phones': {
          price: [29, 89],
          specs: ['Big-Button', 'Flip', 'Dual-SIM'],
          choices: [color('Black', 'Red')],
        },
        'SIM Cards': {
          nouns: ['Prepaid SIM Card'],
          price: [9, 49],
          grams: [10, 20],
          specs: ['LTE', '5G'],
          choices: [{ name: 'Data', step: 0.6, values: ['2 GB', '5 GB', '15 GB'] }],
        },
      },
    },
    'Cell Phone Accessories': {
      price: [7, 149],
      grams: [25, 480],
      specs: ['Fast', 'Magnetic', 'Foldable', 'Universal', 'Braided'],
      choices: [color('Black', 'White', 'Blue')],
      features: [
        'Small enough for a coin pocket.',
        'Works with every phone of the last ten years.',
        'Survives the bottom of a bag.',
      ],
      leaves: {
        'Adapters, Cables & Chargers': {
          nouns: ['USB-C Charger', 'Charging Cable', 'Car Charger'],
          choices: [length('1 m', '2 m', '3 m')],
        },
        'Bluetooth & Wireless Speakers': { nouns: ['Pocket Bluetooth Speaker'] },
        'Care & Cleaning': { nouns: ['Phone Cleaning Kit'], choices: [pack()] },
        'Cell Phone Batteries & Power': {
          nouns: ['Power Bank'],
          choices: [{ name: 'Capacity', step: 0.4, values: ['5,000 mAh', '10,000 mAh', '20,000 mAh'] }],
        },
        'Cell Phone Cases & Clips': { nouns: ['Belt Clip Holster', 'Universal Phone Case'] },
        'Charms & Stickers': { nouns: ['Phone Charm', 'Sticker Sheet'], price: [5, 19] },
        'App-Enabled Products': { nouns: ['Smart Luggage Scale', 'Smart Plug'] },
        'Mobile Hotspots': { price: [49, 199] },
        'Signal Boosters': { price: [129, 499], grams: [500, 1900] },
      },
    },
    iPhone: fitted,
    'Samsung Galaxy': fitted,
  },
};
