import { useRef } from 'preact/hooks';

interface FileChooserProps {
  label: string;
  accept: string;
  action: string;
  onFile: (file: File) => void;
}

/** A button that opens the system's file dialog. */
export function FileChooser({ label, accept, action, onFile }: FileChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" data-action={action} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        data-file={action}
        accept={accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          // The same file, mended, must be choosable again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
