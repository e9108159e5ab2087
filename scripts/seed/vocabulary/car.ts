import { color, length, power, type Vocabulary } from './vocabulary';

const satellite = {
  price: [39, 199] as const,
  grams: [150, 1900] as const,
  specs: ['Dock & Play', 'Bluetooth', 'Compact'],
  choices: [color('Black', 'Silver')],
  features: [
    'Hundreds of stations from coast to coast.',
    'Pauses and rewinds live radio.',
    'Moves from the car to the kitchen in a second.',
  ],
};
const starters = {
  price: [59, 499] as const,
  grams: [150, 1900] as const,
  specs: ['Two-Way', 'Long-Range', '3000-ft'],
  choices: [color('Black')],
  features: [
    'Starts the engine from the breakfast table.',
    'Texts when somebody leans on the car.',
    'Passes a phone or a fob: both open the doors.',
  ],
};

export const car: Vocabulary = {
  department: 'Car Electronics & GPS',
  brands: ['Roadwise', 'Halden', 'Vantor', 'Torque & Tone', 'Fjell'],
  series: ['Route', 'Cruiser', 'Pilot', 'Bass Line', 'Sentinel', 'Harbor', 'Mile'],
  features: [
    'Fits most cars since 2005; the fit guide says which.',
    'Works from forty below to the dashboard in July.',
    'All brackets, screws and wires are in the box.',
  ],
  about: {
    'Dash Camera': ['Records in a loop, and keeps what happened before the bump.'],
    'Back-Up': ['Sees at night what the mirror does not.'],
    OBD2: ['Reads and clears engine codes, in words.'],
    Radar: ['Knows the false alarms of every supermarket door.'],
    Subwoofer: ['A kick that is felt before it is heard.'],
    Receiver: ['Wireless phone mirroring puts maps and music on the dash.'],
    Amplifier: ['Distortion stays under one percent at full volume.'],
    VHF: ['Calls the coast guard with one key and its position.'],
    Fishfinder: ['Shows the fish, the depth and the way back.'],
    GPS: ['Lifetime maps and traffic, without a subscription.'],
    Alarm: ['Texts when somebody leans on the car.'],
  },
  sections: {
    'GPS Navigation & Accessories': {
      price: [79, 599],
      grams: [130, 1400],
      specs: ['5"', '6.95"', 'Lifetime-Maps', 'Rugged'],
      choices: [color('Black', 'Graphite')],
      features: [
        'Lifetime maps and traffic, without a subscription.',
        'Knows low bridges, steep grades and where trucks may not go.',
        'Finds its position under trees and between towers.',
        'Reads street names aloud, and mispronounces hardly any.',
      ],
      leaves: {
        'In-Dash with GPS': { nouns: ['In-Dash Navigation Receiver'] },
        'Marine GPS & Navigation': { nouns: ['Marine Chartplotter'] },
        'GPS Maps': { nouns: ['Map Update Card'], price: [49, 129], grams: [10, 20], choices: [] },
      },
    },
    'Car Audio': {
      price: [39, 799],
      grams: [600, 19000],
      specs: ['10"', '12"', '6.5"', '4-Channel', 'Marine-Grade', 'Bluetooth'],
      choices: [power()],
      features: [
        'Screws into the factory openings.',
        'Plugs, not splices: the wiring stays as it was.',
        'Loud without strain, quiet without hiss.',
      ],
      leaves: {
        'Car Subwoofers & Enclosures': { nouns: ['Car Subwoofer', 'Subwoofer Enclosure'] },
        'CB Radios & Scanners': { nouns: ['CB Radio', 'Police Scanner'], choices: [color('Black')] },
        'Smartphone & iPod Car Connectors': { nouns: ['Phone Connection Kit'], choices: [length('1 m', '2 m')] },
      },
    },
    'Car Safety & Convenience': {
      price: [29, 399],
      grams: [120, 14000],
      specs: ['1440p', 'Night-Vision', 'Wireless', 'Compact'],
      choices: [color('Black', 'Silver')],
      features: [
        'Installs in an afternoon, without drilling.',
        'Draws so little that the battery does not notice.',
        'Three years of warranty, wherever the car goes.',
      ],
      leaves: {
        'Back-Up & Dash Cameras': { nouns: ['Dash Camera', 'Back-Up Camera'] },
        'Car Security & Remote Starters': { nouns: ['Car Alarm'] },
        'Roof Racks & Trailer Hitches': { nouns: ['Roof Rack', 'Trailer Hitch'] },
        'Vehicle Diagnostics': { nouns: ['OBD2 Scanner'] },
      },
    },
    'Car Security & Remote Starters': {
      ...starters,
      nouns: ['Remote Starter', 'Keyless Entry Kit'],
      leaves: {
        'Remote Transmitters': { nouns: ['Remote Transmitter'] },
        'Car Safety & Security': { nouns: ['Steering Wheel Lock'] },
        'Car Alarms & Sensors': { nouns: ['Car Alarm', 'Shock Sensor'] },
      },
    },
    'Car Video': {
      price: [89, 599],
      grams: [800, 4200],
      specs: ['7"', '9"', '10.1"', 'Dual-Screen'],
      choices: [color('Black', 'Graphite')],
      features: [
        'Keeps the back seat happy for a whole day.',
        'Wireless headphones for two are included.',
        'Takes films from discs, USB sticks and phones.',
      ],
      leaves: { 'In-Dash with DVD': { nouns: ['In-Dash DVD Receiver'] } },
    },
    'Satellite Radios': satellite,
    'Smartphone & iPod Car Connectors': {
      price: [12, 129],
      grams: [40, 600],
      specs: ['Bluetooth 5', 'Gold-Plated', 'Universal'],
      choices: [length('1 m', '2 m', '3 m')],
      features: [
        'Gives an old car stereo a new input.',
        'Finds a free frequency by itself.',
        'Charges while it plays.',
      ],
      leaves: {
        'Control Systems': { nouns: ['Steering Wheel Control Interface'] },
        'Smartphone & iPod Car Stereo Kits': { nouns: ['Car Stereo Kit'] },
        'iPod Adapters for Aftermarket Decks': { nouns: ['iPod Adapter'] },
      },
    },
    'Marine & Powersports': {
      price: [49, 699],
      grams: [300, 6800],
      specs: ['Waterproof', 'IP67', 'Floating', 'UV-Proof'],
      choices: [color('Black', 'White')],
      features: [
        'Salt, sun and spray leave it cold.',
        'Loud enough over an outboard at full throttle.',
        'Mounts on rails, dashes and handlebars.',
      ],
      leaves: {
        'Marine Audio': { nouns: ['Marine Stereo', 'Marine Speakers'] },
        'Marine Radio & Communication': { nouns: ['VHF Marine Radio'] },
        'Marine Security': { nouns: ['Boat Alarm'] },
        'Underwater Lighting': { nouns: ['Underwater LED Light'] },
        'Marine Accessories & Lighting': { nouns: ['Navigation Light'] },
        'Powersports Audio': { nouns: ['ATV Sound Bar'] },
        'Powersports GPS & Fishfinders': { nouns: ['Fishfinder'] },
        'Powersports Radio & Communication': { nouns: ['Helmet Intercom'] },
      },
    },
  },
};
