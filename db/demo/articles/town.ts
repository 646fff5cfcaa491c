import { type DemoArticle, INVENTED } from './article';

/** Quieter figures of one town: a level that moves, seats that add up, a crowd, a spill, a bridge. */
export const TOWN: DemoArticle[] = [
  {
    id: 'town/1-spill-harbour-gazette',
    outlet: 'Harbour Gazette (fictional)',
    publishedAt: '2025-05-06',
    title: 'Oil in the Tarn',
    paragraphs: [
      'A broken pipeline spilled 1.2 million liters of oil into the river Tarn on Monday, the operator Nordrør said.',
      'The water stood still for two days.',
    ],
    note: INVENTED,
  },
  {
    id: 'town/2-spill-valmere-post',
    outlet: 'Valmere Post (fictional)',
    publishedAt: '2025-05-07',
    title: 'Regulator measures the spill',
    paragraphs: [
      'The broken pipeline spilled 1,210,000 liters of oil into the river Tarn on Monday, the water authority said after measuring the tanks.',
      'Some 30 farms along the river were closed.',
    ],
    note: INVENTED,
  },
  {
    id: 'town/3-march-harbour-gazette',
    outlet: 'Harbour Gazette (fictional)',
    publishedAt: '2025-06-02',
    title: 'March for the night train',
    paragraphs: [
      'More than 500 people marched through Northfen on Sunday to keep the night train, police said.',
      'In March 6.1 percent of workers in Valmere were unemployed, the statistics office said on Monday.',
    ],
    note: INVENTED,
  },
  {
    id: 'town/4-march-valmere-post',
    outlet: 'Valmere Post (fictional)',
    publishedAt: '2025-06-02',
    title: 'Night train draws a crowd',
    paragraphs: [
      'On Sunday 720 people marched through Northfen to keep the night train, the organizers said.',
      'The march ended without arrests.',
    ],
    note: INVENTED,
  },
  {
    id: 'town/5-council-northfen-radio',
    outlet: 'Northfen Radio (fictional)',
    publishedAt: '2025-09-08',
    title: 'New council for Northfen',
    paragraphs: [
      'The new council of Northfen has 61 seats: 27 seats for the Coast Party, 21 seats for the Union and 13 seats for the Greens, the election office said on Monday.',
      'In June 5.8 percent of workers in Valmere were unemployed, the statistics office said.',
    ],
    note: INVENTED,
  },
  {
    id: 'town/6-bridge-harbour-gazette',
    outlet: 'Harbour Gazette (fictional)',
    publishedAt: '2025-07-01',
    title: 'What the new bridge cost',
    paragraphs: [
      'The new bridge at Tarn Bridge cost 40 million dollars, the transport ministry said on Tuesday.',
      'The bridge is 412 meters long.',
    ],
    note: INVENTED,
  },
  {
    id: 'town/7-bridge-valmere-post',
    outlet: 'Valmere Post (fictional)',
    publishedAt: '2025-07-02',
    title: 'Bridge open at last',
    paragraphs: [
      'The new bridge at Tarn Bridge cost 52 million dollars, the audit office said on Tuesday.',
      'The bridge is 412 meters long. A hundred boats passed below it on the first day.',
    ],
    note: INVENTED,
  },
];
