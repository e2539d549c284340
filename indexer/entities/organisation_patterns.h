// The patterns that tell an organisation's name from a person's, a place's or any other.
#pragma once

#include <vector>

#include "indexer/entities/name_runs.h"

namespace techpolicy {

/// From this sum of the evidence for a name on, an article's name counts as an organisation's.
inline constexpr double kOrganisationNeeds = 1.0;

/// What one place says of a name, each pattern at most once.
struct OrganisationEvidence {
  std::vector<Evidence> supports;
  std::vector<Evidence> weakens;  ///< Holds of this place, or of the word: weights below 0.
  std::vector<Evidence> denies;   ///< A person's name or a place's, wherever it stands. Below 0.
};

[[nodiscard]] OrganisationEvidence organisation_evidence(const NameRun& run,
                                                         const Vocabulary& vocabulary);

}  // namespace techpolicy
