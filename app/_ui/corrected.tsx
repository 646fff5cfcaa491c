import type { CorrectionView } from '@/lib/publication';
import { At } from './words';

/** What a published ruling said before it was corrected, what it says now, and who changed it when. The reason is its notice. */
export function Corrected({ correction }: { correction: CorrectionView }) {
  return (
    <dl className="corrected">
      <div className="fact">
        <dt>It said</dt>
        <dd>
          <bdi>{correction.before}</bdi>
        </dd>
      </div>
      <div className="fact">
        <dt>It says now</dt>
        <dd>
          <bdi>{correction.now}</bdi>
        </dd>
      </div>
      <div className="fact">
        <dt>Corrected by</dt>
        <dd>
          {correction.ruledBy} who ruled anew and {correction.by} who published it, <At instant={correction.at} />
        </dd>
      </div>
    </dl>
  );
}
