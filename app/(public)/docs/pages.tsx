import type { ReactElement } from 'react';
import { Administrators } from './administrators';
import { Faq } from './faq';
import { Keyboard } from './keyboard';
import { Readers, Start } from './readers';
import { Editors, Reviewers } from './reviewers';

/** A page of the documents: its name in the address, its title, a line for the index, and what it says. */
interface DocPage {
  name: string;
  title: string;
  line: string;
  Body: () => ReactElement;
}

export const DOC_PAGES: readonly DocPage[] = [
  { name: 'start', title: 'Read your first measure', line: 'Five minutes: from a number in the news to who said it.', Body: Start },
  { name: 'readers', title: 'How to, for readers', line: 'Search, compare, quote, follow, check a text, report an error.', Body: Readers },
  {
    name: 'reviewers',
    title: 'How to, for reviewers',
    line: 'Accept readings, say what belongs together, rule on a case.',
    Body: Reviewers,
  },
  { name: 'editors', title: 'How to, for editors', line: 'Publish, correct, withdraw, define what a measure counts.', Body: Editors },
  {
    name: 'administrators',
    title: 'How to, for administrators',
    line: 'People, roles, keys of programs, backups, upgrades.',
    Body: Administrators,
  },
  { name: 'keyboard', title: 'Keyboard', line: 'Every key of the desk, printed from the list that it uses.', Body: Keyboard },
  { name: 'faq', title: 'Questions and answers', line: 'What people ask first.', Body: Faq },
];
