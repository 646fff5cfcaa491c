import { type DemoArticle, INVENTED } from './article';

/** How many people sailed on a ferry: a figure that was fixed when she left, and that three papers give three ways. */
export const FERRY: DemoArticle[] = [
  {
    id: 'ferry/1-harbour-gazette',
    outlet: 'Harbour Gazette (fictional)',
    publishedAt: '2025-03-04',
    title: 'Ferry runs aground off Port Ellery',
    paragraphs: [
      'There were 118 people aboard the ferry Maid of Tarn when she ran aground off Port Ellery on Monday, coast guard commander Edda Holm said.',
      'All of them were brought ashore by lifeboats.',
    ],
    note: INVENTED,
  },
  {
    id: 'ferry/2-valmere-post',
    outlet: 'Valmere Post (fictional)',
    publishedAt: '2025-03-05',
    title: 'Passengers tell of a night on the rocks',
    paragraphs: [
      'There were 126 people aboard the ferry Maid of Tarn when she ran aground off Port Ellery on Monday, said Jonas Reik, a spokesman for the shipping line.',
      'The line will hire another ship from next week.',
    ],
    note: INVENTED,
  },
];

/** Comes after the ruling on the ferry was published, and contradicts it: the case opens again. */
export const FERRY_LATER: DemoArticle = {
  id: 'ferry/3-northfen-radio',
  outlet: 'Northfen Radio (fictional)',
  publishedAt: '2025-03-19',
  title: 'Inquiry finds more people on the ferry than the list shows',
  paragraphs: [
    'There were 131 people aboard the ferry Maid of Tarn when she ran aground off Port Ellery on March 3, investigator Pia Sund said on Wednesday.',
    'The children in arms had not been entered on the passenger list, Sund said.',
  ],
  note: INVENTED,
};
