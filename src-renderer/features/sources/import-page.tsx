/** The import as one screen: the stepper on top, the step below. */
import { useEffect, useRef } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Stepper } from '#renderer/ui/progress.tsx';
import { useCrumb } from '#renderer/ui-state/crumbs.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import { type FlowState, STEPS } from './flow-state.ts';
import { sendFlow, useFlow } from './flow-store.ts';
import './sources.css';
import { StepApply } from './step-apply.tsx';
import { StepColumns } from './step-columns.tsx';
import { StepFiles } from './step-files.tsx';
import { StepLinks } from './step-links.tsx';
import { StepPreview } from './step-preview.tsx';

function StepView({ state }: { readonly state: FlowState }) {
  switch (state.step) {
    case 'files':
      return <StepFiles state={state} />;
    case 'columns':
      return <StepColumns state={state} />;
    case 'links':
      return <StepLinks state={state} />;
    case 'preview':
      return <StepPreview state={state} />;
    case 'apply':
      return <StepApply state={state} />;
    default:
      return assertNever(state.step);
  }
}

export function ImportPage() {
  const texts = useText('sources');
  const state = useFlow();
  const area = useRef<HTMLDivElement>(null);
  const lastStep = useRef(state.step);
  useCrumb(texts.importTitle);
  useEffect(() => {
    // A new step is a new page: who reads with the keyboard begins at its top.
    if (lastStep.current !== state.step) area.current?.focus();
    lastStep.current = state.step;
  }, [state.step]);
  return (
    <div className="kz-import">
      <div className="kz-import-steps">
        <Stepper
          label={texts.importTitle}
          steps={STEPS.map((step) => texts.steps[step])}
          current={STEPS.indexOf(state.step)}
          {...(state.work === undefined && state.outcome?.type !== 'done'
            ? { onGoTo: (index: number) => sendFlow({ type: 'step-chosen', step: STEPS[index] ?? 'files' }) }
            : {})}
        />
      </div>
      <div className="kz-import-step" ref={area} tabIndex={-1}>
        <StepView state={state} />
      </div>
    </div>
  );
}
