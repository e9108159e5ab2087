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
    'Couch co-op for two to four players.',
    'Charges two controllers overnight.',
    'A story of forty hours, and as many secrets.',
  ],
  leaves: {
    [`${name} Consoles`]: { nouns: [`Charging Dock for ${name}`, `Vertical Stand for ${name}`, `Skin for ${name}`] },
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
        'Hall-effect sticks do not drift.',
        'Captures 60 frames a second and adds no delay.',
        'Amber lenses take the glare out of long sessions.',
        'Back paddles can be mapped to any button.',
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
