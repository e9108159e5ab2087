import { color, pack, size, storage, type Vocabulary } from './vocabulary';

const cards = { price: [9, 149] as const, grams: [10, 40] as const, choices: [storage()] };

export const cameras: Vocabulary = {
  department: 'Cameras & Camcorders',
  brands: ['Optara', 'Fjell', 'Lumora', 'Cassian', 'Greywing'],
  series: ['Trail', 'Focal', 'Iris', 'Nomad', 'Clarity', 'Field', 'Lux'],
  features: [
    'Sealed against dust and rain.',
    'A warranty of three years, worldwide.',
    'Used by people who live from it.',
  ],
  sections: {
    'Digital Cameras': {
      price: [129, 2499],
      grams: [190, 1100],
      specs: ['24 MP', '33 MP', '4K', '20x Zoom', 'Full-Frame'],
      choices: [
        { name: 'Kit', step: 0.35, values: ['Body Only', 'With 18-55 mm Lens', 'With Two Lenses'] },
        color('Black', 'Silver'),
      ],
      features: [
        'The strap and a spare battery are in the box.',
        'Menus can be read in the sun, and in twelve languages.',
        'Autofocus finds the eye of a person, a bird or a dog and stays on it.',
        'In-body stabilization makes sharp pictures at an eighth of a second.',
        'Shoots twelve frames a second until the card is full.',
        'The screen flips forward for a picture of whoever holds it.',
      ],
      leaves: { 'Point & Shoot Cameras': { nouns: ['Point-and-Shoot Camera'], price: [99, 449], choices: [color()] } },
    },
    Camcorders: {
      price: [99, 1799],
      grams: [130, 2100],
      specs: ['4K60', '1080p', 'Waterproof', 'Wi-Fi', '30x Zoom'],
      choices: [color('Black', 'Silver')],
      features: [
        'Goes 33 feet under water without a housing.',
        'Horizon lock keeps the picture level however it is held.',
        'Streams live over Wi-Fi.',
        'The microphone has a wind filter that works.',
      ],
      leaves: {
        'DVD & MiniDV Camcorders': { nouns: ['MiniDV Camcorder'] },
        'Shoot & Share Camcorders': { nouns: ['Pocket Camcorder'] },
        'Hi8 / VHS-C': { nouns: ['Hi8 Camcorder'] },
      },
    },
    'Memory Cards': {
      ...cards,
      nouns: ['{leaf} Memory Card'],
      specs: ['V60', 'A2', 'High-Endurance', 'Pro'],
      features: [
        'Writes fast enough for 4K without a dropped frame.',
        'Survives water, X-rays and a trip through the washing machine.',
        'Recovery software brings back what was deleted too soon.',
      ],
      leaves: {
        'Micro SD (SD, SDHC, SDXC)': { nouns: ['microSD Card'] },
        'Secure Digital (SD, SDHC, SDXC)': { nouns: ['SD Card'] },
        'Memory Stick Micro (M2)': { nouns: ['Memory Stick Micro'] },
        'Memory Card Cases': { nouns: ['Memory Card Case'], choices: [color('Black', 'Red')] },
        'Memory Card Readers & Adapters': { nouns: ['Card Reader'], choices: [color('Black', 'Silver')] },
      },
    },
    'Binoculars, Telescopes & Optics': {
      price: [39, 899],
      grams: [280, 8400],
      specs: ['8x42', '10x42', '10x25', 'Waterproof', 'Compact'],
      choices: [color('Black', 'Graphite', 'Sand')],
      features: [
        'Fully coated lenses let almost all of the light through.',
        'Nitrogen filled: nothing fogs up inside.',
        'A phone adapter turns what is seen into a photograph.',
        'Eyecups turn out for those who wear no glasses.',
      ],
    },
    'Digital Camera Accessories': {
      price: [12, 599],
      grams: [90, 2900],
      specs: ['Travel', 'Carbon', 'Padded', 'Universal'],
      choices: [color('Black', 'Graphite', 'Sand')],
      features: [
        'Fits mirrorless and reflex cameras of every make.',
        'Opens with one hand, and does not let go by itself.',
        'Side pockets for batteries, cards and a passport.',
        'Carbon fiber: half of the weight, twice the stiffness.',
      ],
      leaves: {
        'Camera Bags, Cases & Straps': {
          nouns: ['Camera Backpack', 'Shoulder Bag', 'Camera Strap'],
          choices: [color('Black', 'Sand'), size('S', 'M', 'L')],
        },
        'Camera Batteries & Power': { nouns: ['Camera Battery', 'Dual Charger'], price: [15, 79] },
        'Camera Lenses': { nouns: ['50 mm Lens', '24-70 mm Lens', '70-200 mm Lens'], price: [129, 1499], choices: [] },
        'Cleaning Equipment': { nouns: ['Lens Cleaning Kit'], price: [9, 35] },
        'Flashes, Lighting & Studio': { nouns: ['Speedlight Flash', 'LED Light Panel', 'Softbox'] },
        'Memory Cards': { ...cards, nouns: ['SD Card'] },
        'Screen Protector Foils': { nouns: ['Screen Protector'], price: [7, 19], choices: [pack()] },
        'Tripods & Monopods': { nouns: ['Tripod', 'Monopod'], price: [25, 399] },
      },
    },
  },
};
