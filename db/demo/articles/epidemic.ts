import { type DemoArticle, restates } from './article';

/** Figures that were really reported in March 2020, in sentences of our own. Nobody has ruled on them here: that is the visitor's part. */
export const EPIDEMIC: DemoArticle[] = [
  {
    id: 'epidemic/1-cases-urdupoint',
    outlet: 'UrduPoint (demonstration)',
    publishedAt: '2020-03-04',
    title: 'Spokesman sums up the epidemic at home and abroad',
    paragraphs: [
      'Foreign Ministry spokesman Zhao Lijian gave the day’s totals on Wednesday. He said China had recorded 80,422 confirmed cases of the new coronavirus and 2,984 deaths so far.',
      'In China over 47,260 patients had recovered and gone home, Zhao said.',
      'Outside China, 10,566 confirmed cases had been recorded, he added.',
    ],
    note: restates('UrduPoint / Pakistan Point News', '4 March 2020', '80,422 confirmed cases and 2,984 deaths in China'),
  },
  {
    id: 'epidemic/2-cases-who',
    outlet: 'WHO situation report (demonstration)',
    publishedAt: '2020-03-05',
    title: 'Count of the day: cases in China and elsewhere',
    paragraphs: [
      'The count of the day came in the evening.',
      'The World Health Organization said China had recorded 80,565 confirmed cases of the new coronavirus by March 5. It said 3,015 people had died in China so far.',
      'Outside China, 14,768 confirmed cases had been recorded, the organization said.',
    ],
    note: restates('the WHO situation report 45', '5 March 2020', '80,565 confirmed cases and 3,015 deaths in China'),
  },
  {
    id: 'epidemic/3-donations-cgtn',
    outlet: 'CGTN (demonstration)',
    publishedAt: '2020-03-05',
    title: 'Donors abroad send masks and clothing',
    paragraphs: [
      'Vice Foreign Minister Ma Zhaoxu told reporters that 62 countries and seven organizations had donated masks and clothing to China by March 2.',
      'The gifts were handed to hospitals in Hubei.',
    ],
    note: restates('CGTN', '5 March 2020', '62 countries and seven international organizations had donated to China'),
  },
  {
    id: 'epidemic/4-aid-cgtn',
    outlet: 'CGTN (demonstration)',
    publishedAt: '2020-03-26',
    title: 'China has given emergency assistance to over 80 countries and organizations',
    paragraphs: [
      'China has given emergency assistance to over 80 countries and organizations',
      'China has given emergency assistance to 83 countries and international organizations against the coronavirus, Vice Foreign Minister Luo Zhaohui told a press conference in Beijing on Thursday.',
      'Luo said that China had also held nearly 20 expert video meetings with more than 100 countries.',
    ],
    note: restates('CGTN', '26 March 2020', '83 countries and international organizations; nearly 20 expert video conferences'),
  },
  {
    id: 'epidemic/5-aid-xinhua',
    outlet: 'Xinhua (demonstration)',
    publishedAt: '2020-03-26',
    title: 'China counts the countries it has helped',
    paragraphs: [
      'Deng Boqing, deputy head of the international development agency, told a press conference in Beijing on Thursday that China has so far given assistance to 89 countries and four international organizations.',
      'They are 28 countries in Asia, 16 countries in Europe, 26 countries in Africa, nine countries in the Americas and ten countries in the South Pacific, Deng said.',
      'Zeng Yixin of the National Health Commission said at the same press conference that China had held nearly 30 technical video meetings with over 100 countries.',
    ],
    note: restates('Xinhua', '26 March 2020', '89 countries and four international organizations; nearly 30 technical exchange meetings'),
  },
];
