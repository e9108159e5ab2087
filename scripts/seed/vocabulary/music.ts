import { color, pack, type Vocabulary } from './vocabulary';

const wood = { name: 'Finish', step: 0.05, values: ['Natural', 'Sunburst', 'Black', 'Mahogany'] };

export const music: Vocabulary = {
  department: 'Musical Instruments',
  brands: ['Hollowell', 'Pinebrook', 'Sonaro', 'Larkspur', 'Maren & Sons'],
  series: ['Concert', 'Heritage', 'Session', 'Roadhouse', 'Player', 'Folk', 'Encore'],
  features: [
    'Online lessons for the first three months.',
    'Played and checked by a musician before it is packed.',
    'A warranty for as long as the first owner plays it.',
  ],
  about: {
    Trumpet: ['Valves are lapped by hand.'],
    Violin: ['Spruce top, maple back, ebony fittings.'],
    Harmonica: ['Reeds of brass, comb of pear wood.'],
    Accordion: ['Twelve basses, and a bellows that breathes.'],
    Saxophone: ['Keys that fall under the fingers.'],
  },
  sections: {
    'Band & Orchestra': {
      price: [89, 1499],
      grams: [450, 9800],
      specs: ['Student', 'Intermediate', 'B-flat', 'Full-Size'],
      choices: [{ name: 'Finish', step: 0.08, values: ['Lacquer', 'Silver-Plated'] }],
      features: [
        'Plays in tune over the whole range.',
        'What band directors recommend for the first year.',
        'Free adjustment after six months of playing.',
      ],
      leaves: {
        'Brass Instruments': { nouns: ['Trumpet', 'Trombone', 'French Horn'] },
        'Concert Percussion': { nouns: ['Snare Kit', 'Glockenspiel'] },
        'String Instruments': { nouns: ['Violin', 'Cello', 'Viola'] },
        Woodwinds: { nouns: ['Clarinet', 'Flute', 'Alto Saxophone'] },
      },
    },
    Guitars: {
      price: [99, 1899],
      grams: [1700, 4600],
      specs: ['Dreadnought', 'Cutaway', 'Left-Handed', '12-String', 'Semi-Hollow'],
      choices: [wood],
      features: [
        'Comes with a padded gig bag.',
        'A solid spruce top that gets better with every year.',
        'A slim neck that small hands like.',
        'Coil-split pickups: two guitars in one.',
        'Locking tuners stay where they were put.',
      ],
      leaves: { 'Bass Guitars': { nouns: ['Bass Guitar'], specs: ['4-String', '5-String', 'Fretless'] } },
    },
    'Folk Instruments': {
      price: [15, 699],
      grams: [80, 9200],
      specs: ['Concert', 'Tenor', 'Diatonic', 'Beginner'],
      choices: [wood],
      features: [
        'Three chords, and the campfire sings along.',
        'Bright and loud, and small enough for a rucksack.',
        'Built by hand in small numbers.',
      ],
      leaves: {
        Banjos: { price: [149, 699], specs: ['5-String', 'Open-Back', 'Tenor'] },
        Mandolins: { price: [99, 599] },
        Ukuleles: { price: [39, 249], specs: ['Soprano', 'Concert', 'Tenor'] },
        Accordions: { price: [249, 999] },
        Harmonicas: {
          price: [9, 79],
          grams: [60, 140],
          choices: [{ name: 'Key', step: 0, values: ['C', 'D', 'G', 'A'] }],
        },
        Whistles: { price: [7, 39], grams: [40, 90] },
      },
    },
    'Amps & Effects': {
      price: [39, 999],
      grams: [300, 21000],
      specs: ['15 W', '40 W', '100 W', 'Tube', 'Modeling'],
      choices: [color('Black', 'Red')],
      features: [
        'Cleans up with the volume knob, as it should.',
        'Reverb, delay and tremolo on board.',
        'A headphone jack keeps the neighbors friends.',
        'True bypass: off means off.',
      ],
      leaves: {
        Tubes: {
          nouns: ['Matched Amplifier Tubes'],
          price: [19, 129],
          grams: [80, 300],
          choices: [pack('Single', 'Pack of 2', 'Pack of 4')],
        },
        Effects: { nouns: ['Overdrive Pedal', 'Delay Pedal', 'Loop Station'] },
      },
    },
    Keyboards: {
      price: [59, 1999],
      grams: [1200, 24000],
      specs: ['61-Key', '88-Key', '49-Key', 'Weighted'],
      choices: [color('Black', 'White')],
      features: [
        'Hammer action that feels like a grand.',
        'Samples of three concert pianos.',
        'Lessons light the keys that come next.',
        'Plugs into any computer with one cable.',
      ],
      leaves: {
        'Midi Keyboards & Controllers': { nouns: ['MIDI Keyboard', 'Pad Controller'] },
        'Synths & Workstations': { nouns: ['Synthesizer', 'Music Workstation'] },
      },
    },
    'Drums & Percussion': {
      price: [9, 1299],
      grams: [120, 38000],
      specs: ['5-Piece', 'Mesh', 'Hickory', '14-Inch', '20-Inch'],
      choices: [wood],
      features: [
        'Mesh heads: real rebound, no noise.',
        'Birch shells with a low, round note.',
        'Hand-hammered, so that no two sound alike.',
        'Sticks matched by weight and pitch.',
      ],
      leaves: {
        'Acoustic Drums & Sets': { nouns: ['Drum Set'], price: [249, 1299] },
        Hardware: { nouns: ['Hi-Hat Stand', 'Kick Pedal'], price: [39, 199], choices: [] },
        Drumsticks: { nouns: ['Drumsticks'], price: [9, 19], choices: [pack()] },
        'World Percussion': { nouns: ['Cajón', 'Djembe', 'Bongos'] },
        Drumheads: {
          nouns: ['Drumhead'],
          price: [12, 35],
          choices: [{ name: 'Diameter', step: 0.15, values: ['10"', '12"', '14"', '22"'] }],
        },
      },
    },
  },
};
