import { color, pack, size, type Vocabulary } from './vocabulary';

export const health: Vocabulary = {
  department: 'Health, Fitness & Beauty',
  brands: ['Vitalis', 'Greywing', 'Suntide', 'Palestra', 'Linden'],
  series: ['Active', 'Balance', 'Glow', 'Stride', 'Calm', 'Endure', 'Fresh'],
  features: [
    'Developed together with physiotherapists.',
    'Free of latex, BPA and phthalates.',
    'Sixty days to try it, and money back.',
  ],
  sections: {
    'Personal Care & Beauty': {
      price: [14, 249],
      grams: [120, 3200],
      specs: ['Cordless', 'Ionic', 'Sonic', 'Rechargeable', 'Travel'],
      choices: [color('White', 'Black', 'Rose')],
      features: [
        'Works wet and dry, in the shower too.',
        'A full charge lasts for a month of mornings.',
        'Gentle on sensitive skin, and tested on it.',
        'Ionic air dries hair faster, with less heat.',
        'A pressure sensor says when it is too much.',
      ],
      leaves: {
        'Hair Care': { nouns: ['Hair Dryer', 'Straightening Iron', 'Curling Wand'] },
        'Light Therapy': { nouns: ['Light Therapy Lamp'] },
        'Massagers & Spa': { nouns: ['Neck Massager', 'Foot Spa', 'Massage Gun'] },
        'Oral Care': { nouns: ['Electric Toothbrush', 'Water Flosser'] },
        Scales: { nouns: ['Body Scale'] },
        'Shavers & Trimmers': { nouns: ['Electric Shaver', 'Beard Trimmer'] },
        'Skin Care': { nouns: ['Facial Cleansing Brush'] },
        'Baby Care': { nouns: ['Bottle Warmer', 'Baby Scale'] },
      },
    },
    'Health & Fitness Accessories': {
      price: [9, 149],
      grams: [60, 1100],
      specs: ['Reflective', 'Insulated', 'Adjustable'],
      choices: [color(), size()],
      features: [
        'Stays where it is, on every mile.',
        'Keeps water cold for a day.',
        'Reads the heart rate to the beat and sends it to any watch.',
      ],
      leaves: { 'Recovery & Movement Equipment': { nouns: ['Foam Roller', 'Resistance Band Set'] } },
    },
    'Assistive Technology': {
      price: [29, 499],
      grams: [40, 2400],
      specs: ['Amplified', 'Talking', 'Large-Print'],
      choices: [color('Black', 'White')],
      features: [
        'Large keys, clear speech, no menus.',
        'Magnifies up to 22 times without blur.',
        'Rechargeable, so that there are no tiny batteries to change.',
      ],
      leaves: {
        Hearing: { nouns: ['Personal Sound Amplifier', 'Amplified Phone'] },
        Vision: { nouns: ['Electronic Magnifier', 'Talking Clock'] },
      },
    },
    'Exercise Equipment': {
      price: [19, 1999],
      grams: [900, 98000],
      specs: ['Folding', 'Magnetic', 'Incline', 'Quiet', 'Connected'],
      choices: [color('Black', 'Graphite')],
      features: [
        'Folds away and rolls under a bed.',
        'Magnetic resistance makes no sound at all.',
        'Workouts of 15 to 60 minutes are built in, with a coach who does not shout.',
        'Holds up to 300 pounds.',
      ],
      leaves: {
        'Exercise Balls': { price: [14, 49], grams: [900, 1900], choices: [size('S', 'M', 'L')] },
        'Fitness Videos & Software': { nouns: ['Workout Video Set'], price: [9, 39], grams: [90, 200], choices: [] },
      },
    },
    'Health Monitoring & Testing': {
      price: [15, 129],
      grams: [50, 700],
      specs: ['Bluetooth', 'Clinical', 'Large-Display'],
      choices: [color('White', 'Blue')],
      features: [
        'Clinically validated, with a result in seconds.',
        'Keeps 120 readings for each of two people.',
        'Shares a month of values with a doctor by one tap.',
      ],
    },
    'Sports & Outdoor Recreation': {
      price: [12, 399],
      grams: [150, 9800],
      specs: ['All-Weather', 'Pro', 'Junior', 'Trail', 'Lightweight'],
      choices: [color(), size()],
      features: [
        'Made for rain, mud and the back of a truck.',
        'Keeps ice for five days.',
        'Light enough to carry up, tough enough to fall down.',
        'For beginners on Saturday and for the league on Sunday.',
      ],
      leaves: {
        'Baseball & Softball': { nouns: ['Baseball Bat', 'Softball Glove'] },
        Biking: { nouns: ['Bike Helmet', 'Bike Light Set'] },
        'Camp Cooking & Dining': { nouns: ['Camp Stove', 'Mess Kit'] },
        Fishing: { nouns: ['Fishing Rod', 'Tackle Box'] },
        'Flashlights & Portable Lights': {
          nouns: ['Flashlight', 'Headlamp', 'Lantern'],
          choices: [pack('Single', 'Pack of 2')],
        },
        Basketball: { nouns: ['Basketball', 'Basketball Hoop'] },
        Football: { nouns: ['Football', 'Kicking Tee'] },
        Golf: { nouns: ['Golf Putter', 'Golf Rangefinder'] },
        'Hockey & Ice Skating': { nouns: ['Hockey Stick', 'Ice Skates'] },
        'Rideables & Outdoor Play': { nouns: ['Electric Scooter', 'Skateboard'] },
        'Camping Tools': { nouns: ['Camping Multi-Tool', 'Folding Saw'] },
      },
    },
  },
};
