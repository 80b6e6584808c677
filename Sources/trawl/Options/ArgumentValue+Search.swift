// Public, as conformances of public types must be.
public import Arguments
public import Search

extension SearchOrder: ArgumentValue {}

extension FlaggedGrouping: ArgumentValue {}
