import type { NotePiece } from '@/db/mention-words';

/** The words of a note as they were written, with whom they name. */
export const NoteText = ({ pieces }: { pieces: readonly NotePiece[] }) => (
  <bdi className="note-text">
    {pieces.map((piece, at) =>
      'words' in piece ? (
        piece.words
      ) : (
        <b key={at} className="mention">
          @{piece.name}
        </b>
      ),
    )}
  </bdi>
);
