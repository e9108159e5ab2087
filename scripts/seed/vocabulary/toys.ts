import { color, pack, size, type Vocabulary } from './vocabulary';

export const toys: Vocabulary = {
  department: 'Toys, Games & Drones',
  brands: ['Tumblewick', 'Moonhare', 'Little Foundry', 'Papercrane', 'Redcap'],
  series: ['Wonder', 'Safari', 'Galaxy', 'Meadow', 'Makers', 'Rocket', 'Puzzlewood'],
  features: [
    'Washable, and tested for children from three years on.',
    'Painted with colors made of plants.',
    'Made to be handed down.',
  ],
  sections: {
    'Action Figures': {
      nouns: ['Astronaut Figure', 'Knight Figure', 'Goalkeeper Figure', 'Robot Figure'],
      price: [9, 79],
      grams: [80, 900],
      specs: ['6-Inch', '12-Inch', 'Articulated', 'Limited'],
      choices: [pack('Single', 'Pack of 2', 'Pack of 4')],
      features: [
        'Thirty joints hold every pose.',
        'Comes with a stand and three pairs of hands.',
        'Numbered, with a certificate.',
      ],
    },
    'Arts & Crafts': {
      price: [7, 59],
      grams: [150, 2400],
      specs: ['Starter', 'Deluxe', '48-Piece', '120-Piece'],
      choices: [{ name: 'Set', step: 0.5, values: ['Small', 'Medium', 'Large'] }],
      features: [
        'Everything for a rainy afternoon, glue included.',
        'Comes off hands, clothes and most walls.',
        'Instructions in pictures, for those who do not read yet.',
      ],
      leaves: {
        'Art Supplies': { nouns: ['Watercolor Set', 'Easel'] },
        'Clothing & Body Decoration': { nouns: ['Face Paint Kit', 'T-Shirt Dye Kit'] },
        'Drawing & Coloring': { nouns: ['Colored Pencil Set', 'Drawing Board'] },
        'Clay & Pottery Kits': { nouns: ['Clay Kit', 'Pottery Wheel'] },
        Painting: { nouns: ['Painting by Numbers Set'] },
        'Science Crafts': { nouns: ['Crystal Growing Kit', 'Volcano Kit'] },
        'Story, Photo & Scrapbook Kits': { nouns: ['Scrapbook Kit'] },
      },
    },
    'Game Room': {
      price: [15, 999],
      grams: [400, 68000],
      specs: ['Tournament', 'Folding', 'Electronic', 'Solid-Wood'],
      choices: [color('Black', 'Red', 'Blue')],
      features: [
        'Makes a cellar the best room in the house.',
        'Keeps score, and never cheats.',
        'Folds up to the width of a door.',
      ],
      leaves: {
        'Cards, Poker & Casino Games': { nouns: ['Poker Chip Set', 'Playing Cards'] },
        'Darts & Dartboards': { nouns: ['Dartboard', 'Dart Set'] },
      },
    },
    'Games, Puzzles & Cards': {
      price: [9, 69],
      grams: [200, 2100],
      specs: ['Family', '1000-Piece', 'Classic', 'Cooperative'],
      choices: [{ name: 'Edition', step: 0.35, values: ['Standard', 'Deluxe'] }],
      features: [
        'Explained in five minutes, played for years.',
        'For two to six players, and grandparents win as often as not.',
        'Linen-finish cards that shuffle well.',
      ],
      leaves: {
        Checkers: { nouns: ['Checkers Set'] },
        Chess: { nouns: ['Chess Set', 'Chess Clock'] },
        'TV & Game Shows': { nouns: ['Quiz Show Game'] },
      },
    },
    'Remote Control Toys': {
      price: [19, 349],
      grams: [90, 2900],
      specs: ['2.4 GHz', 'All-Terrain', 'Camera', 'Brushless'],
      choices: [color('Red', 'Blue', 'Black')],
      features: [
        'Takes off, hovers and lands by itself.',
        'Climbs stairs, and falls down them unharmed.',
        'Two batteries mean twice the fun.',
        'A camera sends what it sees to the phone.',
      ],
      leaves: {
        'Remote Control Aircraft': { nouns: ['Camera Drone', 'RC Helicopter', 'RC Glider'] },
        'Remote Control Animals': { nouns: ['RC Dinosaur', 'RC Spider'] },
        'Remote Control Cars & Trucks': { nouns: ['RC Buggy', 'RC Truck'] },
        'Remote Control Police, Fire & Military Vehicles': { nouns: ['RC Fire Engine', 'RC Police Car'] },
      },
    },
    'Stuffed Animals & Plush Toys': {
      price: [9, 79],
      grams: [120, 1900],
      specs: ['Organic', 'Giant', 'Weighted', 'Cuddly'],
      choices: [size('S', 'M', 'L')],
      features: [
        'Softer than it has to be.',
        'Goes into the washing machine and comes out a bear.',
        'Eyes are stitched, so that nothing comes off.',
      ],
      leaves: {
        'Aquatic Animals': { nouns: ['Plush Whale', 'Plush Otter'] },
        'Birds & Bugs': { nouns: ['Plush Owl', 'Plush Ladybug'] },
        'Dogs & Cats': { nouns: ['Plush Puppy', 'Plush Kitten'] },
        'Dinosaurs & Dragons': { nouns: ['Plush Dinosaur', 'Plush Dragon'] },
        'Farm Animals': { nouns: ['Plush Lamb', 'Plush Pony'] },
        'Puppets & Marionettes': { nouns: ['Hand Puppet', 'Marionette'] },
        'Zoo & Safari Animals': { nouns: ['Plush Elephant', 'Plush Giraffe'] },
      },
    },
  },
};
