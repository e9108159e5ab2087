import { color, pack, type Vocabulary } from './vocabulary';

const edition = { name: 'Edition', step: 0.4, values: ['Standard', 'Deluxe', 'Collector'] };
const titles = [
  'Racing Game for {leaf}',
  'Puzzle Game for {leaf}',
  'Adventure Game for {leaf}',
  'Football Game for {leaf}',
];

/** Gear and games that fit one console. */
const platform = (name: string) => ({
  price: [15, 129] as const,
  grams: [90, 900] as const,
  specs: ['Pro', 'Grip', 'Limited'],
  choices: [color('Black', 'White', 'Red')],
  features: [
    `Officially sized for ${name}: it fits without force.`,
    'Tested with every revision of the hardware.',
    'No batteries, no drivers, no account.',
  ],
  leaves: {
    [`${name} Consoles`]: {
      nouns: [`Charging Dock for ${name}`, `Vertical Stand for ${name}`, `Carrying Case for ${name}`],
      price: [15, 59] as const,
    },
    [`${name} Games`]: {
      nouns: titles.map((title) => title.replace('{leaf}', name)),
      price: [19, 69] as const,
      choices: [edition],
    },
  },
});

export const games: Vocabulary = {
  department: 'Video Games',
  brands: ['Pixelforge', 'Moonhare', 'Redcap', 'Ninth Gate', 'Orlo'],
  series: ['Legends', 'Nova', 'Rush', 'Quest', 'Arcadia', 'Turbo', 'Shadow'],
  features: [
    'Rated for everyone aged ten and up.',
    'Free updates for as long as the servers run.',
    'Works offline, whatever the weather.',
  ],
  about: {
    Capture: ['Captures 60 frames a second and adds no delay.'],
    Glasses: ['Amber lenses take the glare out of long sessions.'],
    Controller: ['Hall-effect sticks do not drift.'],
    'Charging Dock': ['Charges two controllers overnight.'],
    'Game for': ['Couch co-op for two to four players.', 'A story of forty hours, and as many secrets.'],
  },
  sections: {
    'PlayStation 4': { ...platform('PS4'), nouns: ['Figure Base for PS4'] },
    'Wii U': platform('Wii U'),
    'Nintendo 3DS': platform('Nintendo 3DS'),
    'Video Game Accessories': {
      price: [15, 199],
      grams: [60, 900],
      specs: ['Wireless', 'Pro', 'Low-Latency'],
      choices: [color('Black', 'White', 'Blue')],
      features: [
        'No drift, no lag, no excuse.',
        'Back paddles can be mapped to any button.',
        'A cable of ten feet, for sofas that stand far away.',
      ],
      leaves: {
        'Online Game Cards': {
          nouns: ['Online Game Card'],
          grams: [10, 20],
          specs: ['Digital'],
          choices: [{ name: 'Value', step: 1, values: ['$10', '$20', '$30'] }],
          price: [10, 12],
        },
        'Gaming Eyewear': { nouns: ['Gaming Glasses'] },
      },
    },
    'Toys to Life': {
      nouns: ['Display Case for {leaf}', 'Figure Stand for {leaf}'],
      price: [9, 59],
      grams: [120, 900],
      specs: ['Clear', 'Stackable', 'LED'],
      choices: [pack('Single', 'Pack of 2', 'Pack of 4')],
      features: [
        'Keeps a whole collection free of dust.',
        'Stacks as high as the shelf allows.',
        'A soft light shows every brush stroke.',
      ],
    },
  },
};
