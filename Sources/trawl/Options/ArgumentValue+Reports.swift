// Public, as conformances of public types must be.
public import Arguments
public import Reports

extension WeekStart: ArgumentValue {}
