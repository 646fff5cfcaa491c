import { type DemoArticle, INVENTED } from './article';

/** A storm: a toll that is lowered, homes told two ways by one mayor, parts that exceed their whole, and much that agrees. */
export const STORM: DemoArticle[] = [
  {
    id: 'storm/1-valmere-post',
    outlet: 'Valmere Post (fictional)',
    publishedAt: '2025-10-14',
    title: 'Storm Odile leaves dozens dead',
    paragraphs: [
      'Storm Odile has killed 48 people in Valmere so far, the rescue service said on Tuesday.',
      'At least 250 people were injured by the storm in Port Ellery, the health ministry said on Tuesday.',
      'Mayor Ilse Brandt told a press conference on Tuesday that 1,400 homes were flooded in Tarn Bridge.',
      'The storm destroyed about 5 miles of railway between Tarn Bridge and Northfen.',
    ],
    note: INVENTED,
  },
  {
    id: 'storm/2-harbour-gazette',
    outlet: 'Harbour Gazette (fictional)',
    publishedAt: '2025-10-14',
    title: 'Tarn Bridge under water',
    paragraphs: [
      'Mayor Ilse Brandt told a press conference on Tuesday that 1,600 homes were flooded in Tarn Bridge.',
      'In Port Ellery, 254 people were injured by the storm, the health ministry said on Tuesday.',
      'The storm destroyed 8 kilometers of railway between Tarn Bridge and Northfen.',
      'The storm sank 60 boats in the harbor of Port Ellery.',
      'In Northfen 410 people were sheltered overnight, including 190 people in the sports hall, 160 people in the school and 85 people in the church.',
    ],
    note: INVENTED,
  },
  {
    id: 'storm/3-northfen-radio',
    outlet: 'Northfen Radio (fictional)',
    publishedAt: '2025-10-17',
    title: 'Toll of Storm Odile lowered',
    paragraphs: [
      'Storm Odile has killed 41 people in Valmere so far, the rescue service said on Friday. Some names had been listed twice.',
      'Hundreds of volunteers are clearing the streets of Tarn Bridge.',
      'So far 340 families have returned to their homes in Tarn Bridge.',
    ],
    note: INVENTED,
  },
  {
    id: 'storm/4-valmere-post',
    outlet: 'Valmere Post (fictional)',
    publishedAt: '2025-10-20',
    title: 'Tarn Bridge cleans up',
    paragraphs: [
      'Some 350 volunteers are clearing the streets of Tarn Bridge.',
      'Before Sunday the storm sank 74 boats in the harbor of Port Ellery.',
      'On Monday 390 families returned to their homes in Tarn Bridge, the town hall said.',
    ],
    note: INVENTED,
  },
];
