import { color, pack, power, type Vocabulary } from './vocabulary';

export const audio: Vocabulary = {
  department: 'Audio',
  brands: ['Sonaro', 'Halden', 'Kestrel', 'Wavecrest', 'Orlo', 'Pinebrook'],
  series: ['Tempo', 'Aria', 'Pulse', 'Echo Bay', 'Legato', 'Forte', 'Drift', 'Cadence'],
  features: [
    'Replacement parts are sold for at least seven years.',
    'Forty-five days to listen at home, and to send it back.',
    'Packed in molded paper instead of foam.',
  ],
  about: {
    '(Portable|Resistant) Speaker': ['Floats in the pool and plays on.'],
    Radio: ['Keeps forty stations, and finds the next one by itself.'],
    'Turntable|Record Player': ['A diamond stylus and a counterweight: records stay as they are.'],
    'Gaming Headset': ['Hears footsteps before they are near.'],
    'Microphone Stand': ['A round base that does not tip.'],
  },
  sections: {
    'Home Audio': {
      price: [69, 899],
      grams: [1500, 18000],
      specs: ['Hi-Fi', 'Bluetooth', 'Multiroom', 'Bookshelf', 'Vintage'],
      choices: [color('Black', 'White', 'Walnut')],
      features: [
        'Tuned by ear in a studio, not by a formula.',
        'A silk-dome tweeter keeps cymbals and voices airy.',
        'The cabinet is braced like an instrument, so that only the cone moves.',
        'Multiroom sound follows from the kitchen to the garden.',
        'A belt drive turns records at exactly the right speed.',
        'Warm analog sound with a digital input beside it.',
      ],
      leaves: {
        'CD Players & Turntables': { nouns: ['Turntable', 'CD Player'] },
        'Wireless & Multiroom Audio': { nouns: ['Multiroom Speaker'] },
        'Retro Audio': { nouns: ['Retro Record Player', 'Retro Radio'] },
      },
    },
    Headphones: {
      price: [24, 399],
      grams: [60, 420],
      specs: ['Wireless', 'Noise-Cancelling', 'Foldable', 'Hi-Res', 'True Wireless'],
      choices: [color()],
      features: [
        'Bluetooth pairs with two devices at once.',
        'The app brings a ten-band equalizer.',
        'Active noise cancelling silences trains, planes and open-plan offices.',
        'Up to 40 hours of music on one charge, and two more after five minutes at the plug.',
        'Memory-foam cushions stay comfortable for a whole working day.',
        'Sweat and rain do it no harm: IPX5.',
        'Two microphones pick out the voice and leave the street behind.',
        'Folds flat into the hard case that comes with it.',
      ],
      leaves: {
        "Kids' Headphones": { price: [15, 59], features: ['Volume stops at 85 dB, so that young ears stay young.'] },
        'Earbud & In-Ear Headphones': { nouns: ['In-Ear Headphones', 'Earbuds'] },
        'Over-Ear & On-Ear Headphones': { nouns: ['Over-Ear Headphones', 'On-Ear Headphones'] },
      },
    },
    'Recording Equipment': {
      price: [49, 799],
      grams: [300, 9000],
      specs: ['24-bit', '2-Channel', '4-Channel', 'USB-C', 'Portable'],
      choices: [color('Black', 'Silver')],
      features: [
        'Preamps with a noise floor that no microphone reaches.',
        'Records at 192 kHz over one USB-C cable.',
        'Phantom power for condenser microphones on every input.',
        'Direct monitoring means no delay in the headphones.',
      ],
      leaves: {
        'Acoustical Treatments': { nouns: ['Acoustic Foam Panels'], choices: [pack()], price: [29, 149] },
        'Recording Furniture & Stands': { nouns: ['Studio Desk', 'Microphone Stand'] },
        'Sound Recording Software': { nouns: ['Recording Software'], grams: [90, 140], choices: [] },
      },
    },
    'Home Audio Accessories': {
      price: [12, 159],
      grams: [150, 4000],
      specs: ['Heavy-Duty', 'Compact', 'Anti-Static'],
      choices: [color('Black', 'White')],
      features: [
        'Keeps voltage steady when lightning does not.',
        'Carbon fiber lifts dust out of the groove.',
        'Rubber feet decouple it from the floor.',
      ],
      leaves: {
        'A/V Surge Protectors & Power': { nouns: ['Power Conditioner'] },
        'Audio Stands & Storage': { nouns: ['Speaker Stand', 'Record Crate'] },
        'CD & DVD Cleaners & Repairers': { nouns: ['Disc Repair Kit'] },
      },
    },
    'Bluetooth & Wireless Speakers': {
      price: [29, 349],
      grams: [250, 3600],
      specs: ['Waterproof', '360°', 'Party', 'Mini', 'Wi-Fi'],
      choices: [color()],
      features: [
        'Two of them pair to a real stereo.',
        'Bass radiators make it sound twice its size.',
        'Twelve hours of music on a charge, and it charges the phone, too.',
        'Voice assistant on board; a switch turns the microphone off for good.',
      ],
    },
    'Docks, Radios & Boomboxes': {
      price: [25, 249],
      grams: [600, 5200],
      specs: ['DAB+', 'Portable', 'Solar', 'Bluetooth'],
      choices: [color('Black', 'Red', 'Silver'), power('200 W', '400 W')],
      features: [
        'Receives every local station without a hiss.',
        'Runs on the mains, on batteries, or on a hand crank.',
        'The alarm wakes gently, getting louder over a minute.',
        'A carrying handle and corners that take a knock.',
      ],
      leaves: { 'CD & Cassette Players': { nouns: ['CD Player', 'Cassette Player'] } },
    },
  },
};
