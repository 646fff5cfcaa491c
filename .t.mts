import fs from 'node:fs';
import { readQuantities } from '@/lib/quantity';
for (const t of fs.readFileSync('/tmp/nq/n3.txt','utf8').trim().split('\n')) console.log(t,'\n    ',readQuantities(t).quantities.map(q=>[t.slice(q.span.start,q.span.end),q.unit,q.noun,'about:',q.about,q.concept.join('+'),q.excluded,q.readers.join()].join(' ')).join(' ;; '));
